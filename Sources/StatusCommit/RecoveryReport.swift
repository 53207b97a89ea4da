/// What became of a commit that was interrupted.
package struct RecoveryReport: Sendable, Equatable {
  /// Which way it was brought to an end.
  package enum Outcome: Sendable, Equatable {
    /// It had not been committed: every file has its old bytes again.
    case undone
    /// It had been committed: every file has its new bytes, and only had to be cleaned up after.
    case finished
    /// The journal belonged to another machine or directory and was taken away, on request.
    case discarded
  }

  /// Which way it went; nil when there was none.
  package var outcome: Outcome?
  /// The command that was interrupted, as its journal has it ("check --fix"); empty when there was none.
  package var command: String
  /// The files that it was about, from the specs root.
  package var files: [String]
  /// Leftovers of earlier commits that were taken away, from the specs root, sorted.
  package var swept: [String]
  /// What the user should know besides, each one line for standard error: files that someone else has changed
  /// meanwhile, and were left alone.
  package var notes: [String]
}
