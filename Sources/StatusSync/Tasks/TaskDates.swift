import StatusModel

/// What becomes of a task's dates in one file when the task takes a step.
struct TaskDates {
  /// One change of a date.
  enum Change: Equatable {
    /// The event gets the time of the step; a date that is there is replaced.
    case set(StatusEvent)
    /// The date that stands under the first event's name belongs under the second's.
    case rename(StatusEvent, to: StatusEvent)
    /// The date is not true of what the task is now.
    case remove(StatusEvent)
  }

  /// The changes, in the order in which dates are written.
  let changes: [Change]

  /// The changes for a step, in a file that has the dates `claims`.
  init(_ step: TaskStep, claims: [TimestampClaim], _ vocabulary: StatusVocabulary) {
    guard step.moves else {
      changes = []
      return
    }
    func stands(_ event: StatusEvent) -> Bool {
      claims.contains { $0.event == event && $0.reading != .placeholder }
    }
    var changes: [Change] = []
    if vocabulary.kind(step.old) == .resting, let own = StatusEvent(status: step.old), stands(.completed),
      !stands(own)
    {
      changes.append(.rename(.completed, to: own))
    }
    if vocabulary.kind(step.new) == .initial {
      // A task that begins anew has none.
      changes = StatusEvent.allCases.filter { event in claims.contains { $0.event == event } }.map {
        .remove($0)
      }
    } else {
      if vocabulary.kind(step.new) == .active, !stands(.started) { changes.append(.set(.started)) }
      if let event = StatusEvent(status: step.new) { changes.append(.set(event)) }
      // An end that is taken back has no date any more.
      var undone: [StatusEvent] = step.new == .abandoned ? [] : [.abandoned]
      if step.old == .completed { undone.append(.completed) }
      changes += undone.filter { event in claims.contains { $0.event == event } }.map { .remove($0) }
    }
    self.changes = changes
  }

  /// The events whose dates the step takes away.
  var removed: [StatusEvent] {
    changes.compactMap { if case .remove(let event) = $0 { event } else { nil } }
  }

  /// Whether the step gives that event a date.
  func sets(_ event: StatusEvent) -> Bool { changes.contains(.set(event)) }
}
