import StatusClaims
import StatusModel
import StatusSync

/// Why an update of another format is refused.
extension SyncError {
  /// Nothing has that id; `ids` are those that there are.
  static func noSubject(_ text: String, in ids: [String]) -> SyncError {
    let guess = EditDistance.closest(to: text, among: ids).map { "did you mean \($0)? " } ?? ""
    return SyncError(
      .validation, "NOT_FOUND", "\"\(text)\" was not found",
      recommendation: "\(guess)`statuslint show` lists what there is")
  }

  /// Several things may be meant, each with the words that name it.
  static func ambiguous(_ text: String, _ candidates: [SyncMessage]) -> SyncError {
    let list = candidates.dropFirst().reduce(candidates.first ?? "") { "\($0), \($1)" as SyncMessage }
    return SyncError(
      .validation, "AMBIGUOUS", "\"\(text)\" may mean \(list)",
      recommendation: "give the whole id, or choose with --only-format NAME or --root PATH")
  }

  static func nothingAsked(of subject: PlanSubject, _ words: [String]) -> SyncError {
    SyncError(
      .validation, "NOTHING_ASKED", "the update changes nothing: no status was given",
      recommendation: "give --status with one of \(words.joined(separator: ", "))")
  }

  static func unknownStatus(_ text: String, of subject: PlanSubject, meaning word: String?) -> SyncError {
    let words = subject.statuses.words.map(\.text)
    let guess =
      (word ?? EditDistance.closest(to: text, among: words)).map { "did you mean \"\($0)\"? " } ?? ""
    return SyncError(
      .validation, "UNKNOWN_STATUS", "\"\(text)\" is not a status of \(subject.kind) \(subject.id)",
      recommendation: "\(guess)use one of \(words.joined(separator: ", "))")
  }

  static func closesNothing(_ word: String) -> SyncError {
    SyncError(
      .validation, "CLOSES_NOTHING",
      "--with-subtasks closes what is open, but \"\(word)\" is not the end of anything",
      recommendation: "leave out --with-subtasks")
  }

  static func refused(_ subject: PlanSubject, _ status: String, _ refusal: PlanEdits.Refusal) -> SyncError {
    SyncError(
      .validation, refusal.mayBeMeant ? "ILLEGAL_TRANSITION" : "REFUSED",
      "\(subject.kind) \(subject.id) cannot become \"\(status)\": \(refusal.message)",
      recommendation: SyncMessage(refusal.help))
  }

  /// Options that only tasks of a specs tree have.
  static func onlyForTasks(_ options: [String], _ id: String) -> SyncError {
    SyncError(
      .validation, "OPTION_OF_TASKS",
      "\(options.joined(separator: ", ")) \(options.count == 1 ? "is" : "are") for tasks of a specs tree, and \(id) is not one",
      recommendation: "leave out \(options.count == 1 ? "the option" : "the options")")
  }
}
