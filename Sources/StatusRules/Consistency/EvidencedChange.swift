import StatusEditing
import StatusModel

/// What one file of a task has to show for the evidence there is.
struct EvidencedChange {
  /// The change.
  let change: TaskChange
  /// The newest date that it writes; nil where it writes none.
  let newest: FoundTimestamp?
  /// Whether the file has the date and the reason that a new status needs then. Without them, the status only moves a
  /// mistake from one file to another.
  let isComplete: Bool

  /// The change of a file that calls the task `old`, has the dates `claims`, and `hasReason` or not. A later date than
  /// the evidence has stays. Nil where a date would make nonsense of another one.
  init?(
    _ evidence: TaskEvidence, from old: Status?, claims: [TimestampClaim], hasReason: Bool, _ profile: Profile
  ) {
    var known = evidence.dates
    if let own = StatusEvent(status: evidence.status), known[own] == nil {
      known[own] = profile.neededEvents(for: evidence.status).lazy.compactMap { known[$0] }.first
    }
    func change(keepingReason: Bool = true) -> TaskChange {
      TaskChange(
        from: old, to: evidence.status, dates: known.mapValues(\.repeatable),
        reason: evidence.status.needsReason && !keepingReason ? evidence.reason : nil)
    }
    // The date of a stage that was under Completed is none of the end.
    let isFreed = DateChanges(change(), claims: claims, profile).renamed != nil
    let claims = isFreed ? claims.filter { $0.event != .completed } : claims
    for claim in claims {
      guard let event = claim.event, let written = claim.reading.found, let found = known[event],
        !written.timestamp.isBefore(found.timestamp)
      else { continue }
      known[event] = nil
    }
    let written = DateChanges(change(), claims: claims, profile).set
    for event in written {
      guard let date = known[event]?.timestamp, !Self.disorders(event, date, claims) else { return nil }
    }
    // A reason belongs to its date: that of an earlier block says nothing about a later one.
    let isOutdated = claims.contains { claim in
      claim.event == StatusEvent(status: evidence.status) && claim.event.map(written.contains) ?? false
        && claim.reading.found != nil
    }
    self.change = change(keepingReason: hasReason && !isOutdated)
    let needed = old == evidence.status ? [] : MissingTimestamp.events(neededFor: evidence.status, profile)
    let dated = Set(written + claims.filter { $0.reading != .placeholder }.compactMap(\.event))
    let lacksReason = evidence.status.needsReason && !hasReason && evidence.reason == nil
    isComplete =
      (needed.isEmpty || needed.contains(where: dated.contains)) && (old == evidence.status || !lacksReason)
    newest = written.compactMap { known[$0] }.max { $0.timestamp.isBefore($1.timestamp) }
  }

  /// Whether something would end before it begins.
  private static func disorders(_ event: StatusEvent, _ date: Timestamp, _ claims: [TimestampClaim]) -> Bool {
    let ends: [StatusEvent] = [.completed, .blocked, .abandoned]
    return claims.contains { claim in
      guard let other = claim.event, let found = claim.reading.found?.timestamp else { return false }
      if other == .started, ends.contains(event) { return date.isBefore(found) }
      return event == .started && other == .completed && found.isBefore(date)
    }
  }
}
