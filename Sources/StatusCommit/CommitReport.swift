/// What a commit has done.
package struct CommitReport: Sendable, Equatable {
  /// The files that have new bytes, from the specs root, in the order of the changes; empty when nothing had to be
  /// done.
  package let files: [String]
  /// What the user should know besides, each one line for standard error.
  package let notes: [String]
}
