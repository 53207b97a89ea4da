import StatusText

/// A time in reports: `YYYY-MM-DDThh:mm:ss`, UTC, without zone or fraction (ISO 8601, as JUnit requires).
struct UTCTimestamp: CustomStringConvertible {
  private let seconds: Int

  /// The time `seconds` after the beginning of 1970, limited to the years 1970 to 9999.
  init(secondsSince1970 seconds: Int) {
    self.seconds = min(max(seconds, 0), 253_402_300_799)
  }

  var description: String { CalendarDay(nearestTo: seconds / 86_400).text(atSecond: seconds % 86_400) }
}
