import StatusModel

/// The changes of the dates of a task in one file for a step.
struct TaskDates {
  /// One change of a date.
  enum Change: Equatable {
    /// The event gets the time of the step, which replaces an existing date.
    case set(StatusEvent)
    /// The date of the first event becomes the date of the second.
    case rename(StatusEvent, to: StatusEvent)
    /// The date no longer applies and is removed.
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
      // A task that is restarted has no dates.
      changes = StatusEvent.allCases.filter { event in claims.contains { $0.event == event } }.map {
        .remove($0)
      }
    } else {
      if vocabulary.kind(step.new) == .active, !stands(.started) { changes.append(.set(.started)) }
      if let event = StatusEvent(status: step.new) { changes.append(.set(event)) }
      // An end that is undone no longer has a date.
      var undone: [StatusEvent] = step.new == .abandoned ? [] : [.abandoned]
      if step.old == .completed { undone.append(.completed) }
      changes += undone.filter { event in claims.contains { $0.event == event } }.map { .remove($0) }
    }
    self.changes = changes
  }

  /// The events whose dates the step removes.
  var removed: [StatusEvent] {
    changes.compactMap { if case .remove(let event) = $0 { event } else { nil } }
  }

  /// Whether the step gives that event a date.
  func sets(_ event: StatusEvent) -> Bool { changes.contains(.set(event)) }
}
