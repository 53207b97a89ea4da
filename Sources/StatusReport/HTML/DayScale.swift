import StatusText

/// Days along a line: where each of them is, in thousandths of the length.
struct DayScale {
  private let first: Int
  private let last: Int

  /// Days that it shows at most, so that one wrong date does not press all others together.
  private static let mostDays = 1100

  /// The scale of `days`, which are not empty. It ends a month after `today` at the latest: later dates are mistakes.
  init(_ days: [ClosedRange<CalendarDay>], today: CalendarDay) {
    let starts = days.map { Int($0.lowerBound.number) }
    let ends = days.map { Int($0.upperBound.number) }
    let earliest = starts.min() ?? 0
    last = min(ends.max() ?? 0, max(Int(today.number) + 31, earliest))
    first = max(earliest, last - Self.mostDays)
  }

  /// The days at its beginning, its quarters and its end; of a short one, fewer.
  var ticks: [CalendarDay] {
    let steps = last - first >= 8 ? 4 : min(last - first, 1)
    return (0...steps).map { CalendarDay(nearestTo: first + (last - first) * $0 / max(steps, 1)) }
  }

  /// Where `days` begin, and how long they are, at least so long that it can be seen. What is outside of the scale is at
  /// its end.
  func place(of days: ClosedRange<CalendarDay>) -> (start: Int, length: Int) {
    let from = min(max(Int(days.lowerBound.number), first), last)
    let to = min(max(Int(days.upperBound.number), from), last)
    let whole = last - first + 1
    let length = max((to - from + 1) * 1000 / whole, Self.leastLength)
    return (min((from - first) * 1000 / whole, 1000 - length), length)
  }

  private static let leastLength = 8
}
