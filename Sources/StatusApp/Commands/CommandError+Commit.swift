import StatusCommit
import StatusText

extension CommandError {
  /// A commit that was refused or failed: the message names the file, the hint says what to do.
  package static func commit(_ error: CommitError) -> CommandError {
    .failure(DisplayText.escaped(error.message), hint: error.hint.map { DisplayText.escaped($0) })
  }
}

extension Console {
  /// Writes what a commit or a recovery wants the user to know.
  package func notes(_ notes: [String]) {
    for line in notes { note(DisplayText.escaped(line)) }
  }
}
