import StatusModel

/// What has to happen to the dates of a task in one file when its status changes.
struct DateChange {
  /// The stage whose date stands under Completed, which its own name has to take over.
  private(set) var renamed: StatusEvent?
  /// The date that the new status needs and the file lacks; nil if it lacks none, or the date is unknown.
  private(set) var added: (event: StatusEvent, text: String, found: FoundTimestamp)?

  /// The change for `evidence`, of a task that has the dates `claims` and was `old`. Dates are written as `place`
  /// wants them, as far as that invents nothing. Nil when the date would make nonsense of another one.
  init?(
    to evidence: TaskEvidence, from old: Status?, claims: [TimestampClaim], place: TimestampClaim.Place,
    _ profile: Profile
  ) {
    var claims = claims
    if let old, old != evidence.status, profile.vocabulary.kind(old) == .resting,
      let own = StatusEvent(status: old), !claims.contains(where: { $0.event == own }),
      claims.contains(where: { $0.event == .completed && $0.reading.found != nil })
    {
      renamed = own
      claims.removeAll { $0.event == .completed }
    }
    let needed = profile.neededEvents(for: evidence.status)
    let isThere = claims.contains { claim in
      claim.reading != .placeholder && claim.event.map(needed.contains) ?? false
    }
    guard !isThere, let event = needed.first,
      let found = needed.lazy.compactMap({ evidence.dates[$0] }).first
    else { return }
    guard !Self.disorders(event, found.timestamp, claims) else { return nil }
    added = (event, Self.text(of: found, in: profile.timestamps.forms(in: place)), found)
  }

  /// A date in a form that its place wants; where only the date of a full timestamp is known, the date.
  static func text(of found: FoundTimestamp, in forms: TimestampFormSet) -> String {
    let full = forms.contains(.full) ? found.text(in: .full) : nil
    return full ?? found.timestamp.dateText
  }

  /// Whether something would end before it begins.
  static func disorders(_ event: StatusEvent, _ date: Timestamp, _ claims: [TimestampClaim]) -> Bool {
    let ends: [StatusEvent] = [.completed, .blocked, .abandoned]
    return claims.contains { claim in
      guard let other = claim.event, let found = claim.reading.found?.timestamp else { return false }
      if other == .started, ends.contains(event) { return date.isBefore(found) }
      return event == .started && other == .completed && found.isBefore(date)
    }
  }
}
