import StatusEditing
import StatusModel

/// A step of a task from one status to another.
struct TaskStep {
  /// The status before.
  let old: Status
  /// The status afterwards, which may be the same.
  let new: Status
  /// Whether the transition is illegal but allowed by the caller.
  let isOverride: Bool

  /// A step without a change.
  init(staying status: Status) {
    old = status
    new = status
    isOverride = false
  }

  /// The step that `request` asks of a task with the status `old`, or the error.
  static func taken(_ request: UpdateRequest, from subject: TaskSubject, _ profile: Profile)
    -> Result<TaskStep, SyncError>
  {
    guard let text = request.status else { return .success(TaskStep(staying: subject.status)) }
    let words = profile.vocabulary
    guard let new = StatusName.read(text, words) else {
      return .failure(.unknownStatus(text, words.entries.map(\.value)))
    }
    let old = subject.status
    let table = profile.taskTransitions
    if table.allows(old, to: new) { return .success(TaskStep(old, new, isOverride: false)) }
    if request.overrideReason != nil, old != new { return .success(TaskStep(old, new, isOverride: true)) }
    let next = words.entries.map(\.status).filter { table.allows(old, to: $0) }.map { words.value($0) }
    return .failure(
      .transition(
        words.value(old), words.value(new), task: subject.number, next: next, isFinal: words.isTerminal(old)))
  }

  private init(_ old: Status, _ new: Status, isOverride: Bool) {
    self.old = old
    self.new = new
    self.isOverride = isOverride
  }

  /// Whether anything changes.
  var moves: Bool { old != new }
  /// Whether the new status is one that needs a reason.
  var needsReason: Bool { moves && new.needsReason }

  /// Whether the step undoes an end: the task is no longer completed or abandoned.
  func reopens(in vocabulary: StatusVocabulary) -> Bool { moves && vocabulary.isTerminal(old) }

  /// The events that are not true of the task any more: all of them where it begins anew, otherwise an end that is
  /// taken back.
  func undone(in vocabulary: StatusVocabulary) -> Set<StatusEvent> {
    guard moves else { return [] }
    if vocabulary.kind(new) == .initial { return Set(StatusEvent.allCases) }
    var undone: Set<StatusEvent> = new == .abandoned ? [] : [.abandoned]
    if old == .completed { undone.insert(.completed) }
    return undone
  }

  /// What the task's files have to show of it, if it is taken at `time`. The work began then, or when one of the files says
  /// that it `started`.
  func change(
    at time: Timestamp, started: Timestamp? = nil, reason: String?, _ vocabulary: StatusVocabulary
  ) -> TaskChange {
    var dates = Dictionary(uniqueKeysWithValues: StatusEvent.allCases.map { ($0, time) })
    if let started { dates[.started] = started }
    return TaskChange(
      from: old, to: new, dates: dates, reason: needsReason ? reason : nil, undone: undone(in: vocabulary))
  }
}
