import StatusText

/// A time in reports: `YYYY-MM-DDThh:mm:ss`, UTC, without zone or fraction (ISO 8601, as JUnit requires).
struct UTCTimestamp: CustomStringConvertible {
  private let seconds: Int

  /// The time `seconds` after the beginning of 1970, limited to the years 1970 to 9999.
  init(secondsSince1970 seconds: Int) {
    self.seconds = min(max(seconds, 0), 253_402_300_799)
  }

  /// The date and the time for people: "2026-01-15 09:30".
  var minutes: String { String(description.prefix(16).map { $0 == "T" ? " " : $0 }) }

  var description: String { CalendarDay(nearestTo: seconds / 86_400).text(atSecond: seconds % 86_400) }
}
