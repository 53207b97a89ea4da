import StatusHistory

extension CommandError {
  /// A question that git could not answer.
  init(_ error: GitError) {
    self = error.isUsage ? .usage(error.message, hint: error.hint) : .failure(error.message, hint: error.hint)
  }

  /// What `question` gives, with an error of git as one of the command.
  static func asking<Answer>(_ question: () throws(GitError) -> Answer) throws(CommandError) -> Answer {
    do throws(GitError) {
      return try question()
    } catch {
      throw CommandError(error)
    }
  }
}
