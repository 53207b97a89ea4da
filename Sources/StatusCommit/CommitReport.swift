/// What a commit has done.
package struct CommitReport: Sendable, Equatable {
  /// The files that have new bytes, from the specs root, in the order of the changes; empty when nothing had to be
  /// done.
  package let files: [String]
  /// Those of them that were read back, after everything was on the disk, and no longer had these bytes: somebody else has
  /// written them since.
  package let changedSince: [String]
  /// What the user should know besides, each one line for standard error.
  package let notes: [String]
}
