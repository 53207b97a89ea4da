import StatusText

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
  var date: String { day.text }

  /// `YYYYMMDD`, as file names have it.
  var compactDate: String { date.filter { $0 != "-" } }

  /// `YYYY-MM-DDTHH:MM:SSZ`.
  var full: String { day.text(atSecond: seconds % 86_400) + "Z" }

  private var day: CalendarDay { CalendarDay(nearestTo: seconds / 86_400) }
}
