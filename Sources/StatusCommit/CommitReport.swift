import StatusText

/// The result of a commit.
package struct CommitReport: Sendable, Equatable {
  /// The files that have new bytes, relative to the specs root, in the order of the changes; empty if nothing
  /// had to be done.
  package let files: [String]
  /// The files that were read back and no longer had these bytes, because another program has written to
  /// them.
  package let changedSince: [String]
  /// Notes for the user, each one line for standard error.
  package let notes: [Message]
}
