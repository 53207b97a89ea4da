import StatusCommit
import StatusText

extension CommandError {
  /// A commit that was refused or failed: the message names the file, the hint says what to do.
  package static func commit(_ error: CommitError) -> CommandError {
    .failure(error.message, hint: error.hint)
  }
}

extension Console {
  /// Writes what a commit or a recovery wants the user to know.
  package func notes(_ notes: [Message]) {
    for line in notes { note(line) }
  }
}
