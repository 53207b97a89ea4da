import StatusText

/// The outcome of a recovery.
package struct RecoveryReport: Sendable, Equatable {
  /// How an interrupted commit ended.
  package enum Outcome: Sendable, Equatable {
    /// It had not been committed: every file has its old bytes again.
    case undone
    /// It had been committed: every file has its new bytes, and only the cleanup was missing.
    case finished
    /// The journal belonged to another machine or directory and was renamed on request.
    case discarded
  }

  /// How the commit ended; nil if there was none.
  package var outcome: Outcome?
  /// The interrupted command from the journal ("check --fix"); empty if there was none.
  package var command: String
  /// The files of the commit, relative to the specs root, but for those that were left as they are.
  package var files: [String]
  /// Leftover files of earlier commits that were removed, relative to the specs root, sorted.
  package var swept: [String]
  /// Notes for the user, each one line for standard error: files that another program has changed, and that
  /// were left alone.
  package var notes: [Message]
}
