/// A time in reports: `YYYY-MM-DDThh:mm:ss`, UTC, without zone or fraction (ISO 8601, as JUnit requires).
struct UTCTimestamp: CustomStringConvertible {
  private let seconds: Int

  /// The time `seconds` after the beginning of 1970, limited to the years 1970 to 9999.
  init(secondsSince1970 seconds: Int) {
    self.seconds = min(max(seconds, 0), 253_402_300_799)
  }

  var description: String {
    let (year, month, day) = Self.date(daysSince1970: seconds / 86400)
    let time = seconds % 86400
    let date = "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    let clock = [time / 3600, time / 60 % 60, time % 60].map { Self.padded($0, 2) }.joined(separator: ":")
    return "\(date)T\(clock)"
  }

  /// Counts in cycles of 400 years that begin on 1 March, so that a leap day is the last of its year.
  private static func date(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let cycle = shifted / 146_097
    let dayOfCycle = shifted % 146_097
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0), month, day)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
