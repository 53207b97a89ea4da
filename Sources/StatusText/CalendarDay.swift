/// A day of the proleptic Gregorian calendar from 0001-01-01 to 9999-12-31, as RFC 3339 counts days.
package struct CalendarDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01; negative before it.
  package let number: Int32
  /// The day of the week, from 0 for a Monday.
  package var weekday: Int { (Int(number) + 719_162) % 7 }

  /// Years that four digits can write; there is no year 0 in any tree.
  static let years = 1...9999
  private static let daysBefore1970 = 719_162
  private static let numbers = -719_162...2_932_896

  /// The day so many days after 1970-01-01; nil outside the years 1 to 9999.
  package init?(number: Int) {
    guard Self.numbers.contains(number) else { return nil }
    self.number = Int32(number)
  }

  /// The day so many days after 1970-01-01; outside the years 1 to 9999, their first or last day.
  package init(nearestTo number: Int) {
    self.number = Int32(min(max(number, Self.numbers.lowerBound), Self.numbers.upperBound))
  }

  /// The day of that date; nil when the calendar has none such.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Self.length(ofMonth: month, year: year) else { return nil }
    let past = year - 1
    let leapDays = past / 4 - past / 100 + past / 400
    let inYear = (1..<month).reduce(day - 1) { $0 + Self.length(ofMonth: $1, year: year) }
    number = Int32(past * 365 + leapDays + inYear - Self.daysBefore1970)
  }

  /// The year, the month from 1 and the day of the month from 1.
  package var date: (year: Int, month: Int, day: Int) {
    // Cycles of 400, 100, 4 and 1 years; the last day of a cycle with a leap day more belongs to its last year.
    var rest = Int(number) + Self.daysBefore1970
    let cycles400 = rest / 146_097
    rest %= 146_097
    let cycles100 = min(rest / 36_524, 3)
    rest -= cycles100 * 36_524
    let cycles4 = rest / 1461
    rest %= 1461
    let years = min(rest / 365, 3)
    rest -= years * 365
    let year = cycles400 * 400 + cycles100 * 100 + cycles4 * 4 + years + 1
    var month = 1
    while rest >= Self.length(ofMonth: month, year: year) {
      rest -= Self.length(ofMonth: month, year: year)
      month += 1
    }
    return (year, month, rest + 1)
  }

  /// The date as `YYYY-MM-DD`.
  package var text: String {
    let (year, month, day) = date
    return "\(year.zeroPadded(to: 4))-\(month.zeroPadded(to: 2))-\(day.zeroPadded(to: 2))"
  }

  /// The date and a time of the day, in seconds since its beginning, as `YYYY-MM-DDTHH:MM:SS`.
  package func text(atSecond second: Int) -> String {
    let time = [second / 3600, second / 60 % 60, second % 60].map { $0.zeroPadded(to: 2) }
    return "\(text)T\(time.joined(separator: ":"))"
  }

  /// Orders by time.
  package static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }
}
