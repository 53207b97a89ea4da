import StatusModel

/// What a change of a task does to the dates that one file has.
package struct DateChanges {
  /// The stage whose date is under Completed, and which its own name has to take over.
  package let renamed: StatusEvent?
  /// The events that get a date; a date that is there is replaced. In the order in which dates are written.
  package let set: [StatusEvent]
  /// The events whose dates go.
  package let removed: [StatusEvent]

  /// What `change` does to a file that has the dates `claims`.
  package init(_ change: TaskChange, claims: [TimestampClaim], _ profile: Profile) {
    func isDated(_ event: StatusEvent) -> Bool {
      claims.contains { $0.event == event && $0.reading != .placeholder }
    }
    removed = StatusEvent.allCases.filter { event in
      change.undone.contains(event) && claims.contains { $0.event == event }
    }
    guard profile.vocabulary.kind(change.new) != .initial else {
      (renamed, set) = (nil, [])
      return
    }
    let stage = change.moves ? Self.stage(change.old, profile) : nil
    renamed = stage.flatMap { isDated(.completed) && !isDated($0) ? $0 : nil }
    var set: [StatusEvent] = []
    if profile.vocabulary.kind(change.new) == .active, !isDated(.started) { set.append(.started) }
    if let own = StatusEvent(status: change.new),
      change.moves || !profile.neededEvents(for: change.new).contains(where: isDated)
    {
      set.append(own)
    }
    self.set = set.filter { change.dates[$0] != nil }
  }

  /// The event of a stage that has been reached, whose date may be under Completed.
  private static func stage(_ status: Status?, _ profile: Profile) -> StatusEvent? {
    guard let status, profile.vocabulary.kind(status) == .resting else { return nil }
    return StatusEvent(status: status)
  }
}
