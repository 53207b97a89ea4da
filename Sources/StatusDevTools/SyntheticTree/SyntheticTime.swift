/// A moment in UTC, by seconds since 1970.
struct SyntheticTime: Comparable {
  private let seconds: Int

  /// 2025-01-01T08:00:00Z, before which nothing happens in a synthetic tree.
  static let beginning = SyntheticTime(seconds: 1_735_718_400)

  private init(seconds: Int) { self.seconds = seconds }

  static func < (left: SyntheticTime, right: SyntheticTime) -> Bool { left.seconds < right.seconds }

  /// The moment so many minutes later.
  func later(minutes: Int, seconds: Int = 0) -> SyntheticTime {
    SyntheticTime(seconds: self.seconds + minutes * 60 + seconds)
  }

  /// `YYYY-MM-DD`.
  var date: String {
    let (year, month, day) = Self.civil(days: seconds / 86_400)
    return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  /// `YYYYMMDD`, as file names have it.
  var compactDate: String { date.filter { $0 != "-" } }

  /// `YYYY-MM-DDTHH:MM:SSZ`.
  var full: String {
    let rest = seconds % 86_400
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map(Self.twoDigits).joined(separator: ":")
    return "\(date)T\(time)Z"
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Year, month and day of a day since 1970 in the Gregorian calendar, counting years from March so that the
  /// leap day is a year's last.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
