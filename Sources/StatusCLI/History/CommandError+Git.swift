import StatusHistory

extension CommandError {
  /// A question that git could not answer.
  init(_ error: GitError) {
    self = error.isUsage ? .usage(error.message, hint: error.hint) : .failure(error.message, hint: error.hint)
  }
}
