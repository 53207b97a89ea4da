import StatusText

extension TimestampReader {
  /// The date, with its time if it has one, that begins at `place`; nil when nothing there looks like one.
  ///
  /// - Parameter isLeading: whether the value begins there; in prose fewer things count as a broken date.
  func date(at place: Int, isLeading: Bool) -> TimestampReading? {
    guard place < bytes.count else { return nil }
    if ASCII.isLetter(bytes[place]) { return monthFirst(at: place) ?? weekdayFirst(at: place) }
    if let year = number(at: place, 4...4) {
      return yearFirst(year.value, from: place, at: year.end, isLeading: isLeading)
    }
    if let first = number(at: place, 1...2) {
      return unknownOrder(from: place, at: first.end)
        ?? dayFirst(first.value, from: place, at: first.end)
    }
    return isLeading ? digitsOnly(from: place) : nil
  }

  private func yearFirst(_ year: Int, from start: Int, at place: Int, isLeading: Bool) -> TimestampReading? {
    guard place < bytes.count, ASCII.isOne(bytes[place], of: "-/.") else { return nil }
    let separator = bytes[place]
    guard let month = number(at: place + 1, 1...2) else { return nil }
    guard has(separator, at: month.end), let day = number(at: month.end + 1, 1...2) else {
      return isLeading ? brokenOff(month.value, from: start, at: month.end, separator) : nil
    }
    guard let calendarDay = CalendarDay(year: year, month: month.value, day: day.value) else {
      return .impossible(range(start, day.end))
    }
    let isSeparated = separator != UInt8(ascii: "-")
    let unusual: TimestampForm? = isSeparated ? .separated : day.end - start < 10 ? .unpadded : nil
    if let reading = time(of: calendarDay, from: start, at: day.end) {
      guard let unusual, case .valid(var found) = reading else { return reading }
      found.form = unusual
      return .valid(found)
    }
    guard isEnd(day.end) else { return isLeading ? .impossible(wholeWord(start, day.end)) : nil }
    return valid(calendarDay, unusual ?? .date, start, day.end)
  }

  /// A month alone, which is not a day, or with too many digits after it; in prose these may be anything.
  private func brokenOff(_ month: Int, from start: Int, at place: Int, _ separator: UInt8)
    -> TimestampReading?
  {
    guard separator == UInt8(ascii: "-"), (1...12).contains(month) else { return nil }
    if isEnd(place) { return .impossible(range(start, place)) }
    let goesOn = has(separator, at: place) && place + 1 < bytes.count && ASCII.isDigit(bytes[place + 1])
    return goesOn ? .impossible(wholeWord(start, place)) : nil
  }

  /// `12/01/2025`, `13.1.2025`: in what order day and month were meant is not known, and not guessed.
  private func unknownOrder(from start: Int, at place: Int) -> TimestampReading? {
    guard place < bytes.count, ASCII.isOne(bytes[place], of: "-/.") else { return nil }
    let separator = bytes[place]
    guard let second = number(at: place + 1, 1...2), has(separator, at: second.end) else { return nil }
    // A short year only between slashes: 1.12.25 is a version.
    let shortYear = separator == UInt8(ascii: "/") ? number(at: second.end + 1, 2...2) : nil
    guard let year = number(at: second.end + 1, 4...4) ?? shortYear, isEnd(year.end) else { return nil }
    return .ambiguous(range(start, year.end))
  }

  /// Digits without a separator: `20251228` is a day; seconds since 1970 and other numbers name none.
  private func digitsOnly(from start: Int) -> TimestampReading? {
    var end = start
    while end < bytes.count, ASCII.isDigit(bytes[end]) { end += 1 }
    if let digits = number(at: start, 8...8), isEnd(end) {
      return compact(digits.value, from: start, to: end)
    }
    let hasTime = end - start == 8 && has(UInt8(ascii: "T"), at: end)
    return hasTime || end - start >= 9 && isEnd(end) ? .impossible(wholeWord(start, end)) : nil
  }

  private func compact(_ digits: Int, from start: Int, to end: Int) -> TimestampReading? {
    // Eight digits may be any number; only those of our time are a date.
    let year = digits / 10_000
    guard (1970..<2100).contains(year),
      let day = CalendarDay(year: year, month: digits / 100 % 100, day: digits % 100)
    else { return nil }
    return valid(day, .compact, start, end)
  }

  /// `Sun, 28 Dec 2025`, `Sunday, December 28, 2025`; nil where that day of the week has another name, since one of the
  /// two is wrong.
  private func weekdayFirst(at start: Int) -> TimestampReading? {
    guard let name = WeekdayName(bytes, at: start) else { return nil }
    let isPointed = has(UInt8(ascii: ","), at: name.end) || has(UInt8(ascii: "."), at: name.end)
    guard let place = afterBlanks(isPointed ? name.end + 1 : name.end), place < bytes.count,
      !ASCII.isLetter(bytes[place]) || MonthName(bytes, at: place) != nil,
      case .valid(var found)? = date(at: place, isLeading: false),
      found.timestamp.writtenDay.weekday == name.number
    else { return nil }
    found.form = .named
    found.range = ByteRange(base + start, found.range.upper)
    return .valid(found)
  }

  /// `December 28, 2025`, `Dec. 28th 2025`, `Dec 28 10:15:00 2025`.
  private func monthFirst(at start: Int) -> TimestampReading? {
    guard let month = MonthName(bytes, at: start) else { return nil }
    var place = month.end
    if has(UInt8(ascii: "."), at: place) { place += 1 }
    guard let blank = afterBlanks(place), let day = number(at: blank, 1...2) else { return nil }
    return named(day.value, month.number, from: start, at: afterOrdinal(day.end))
      ?? timeBeforeYear(month.number, day.value, from: start, at: day.end)
  }

  /// `28 December 2025`, `28th of Dec, 2025`.
  private func dayFirst(_ day: Int, from start: Int, at place: Int) -> TimestampReading? {
    guard let blank = afterBlanks(afterOrdinal(place)), let month = MonthName(bytes, at: blank) else {
      return nil
    }
    let end = has(UInt8(ascii: "."), at: month.end) ? month.end + 1 : month.end
    return named(day, month.number, from: start, at: end)
  }

  private func named(_ day: Int, _ month: Int, from start: Int, at place: Int) -> TimestampReading? {
    let comma = has(UInt8(ascii: ","), at: place) ? place + 1 : place
    guard let blank = afterBlanks(comma), let year = number(at: blank, 4...4), isEnd(year.end) else {
      return nil
    }
    guard let calendarDay = CalendarDay(year: year.value, month: month, day: day) else {
      return .impossible(range(start, year.end))
    }
    let timed = time(of: calendarDay, from: start, at: year.end)
    guard case .valid(var found)? = timed else { return timed ?? valid(calendarDay, .named, start, year.end) }
    found.form = .named
    return .valid(found)
  }

  private func valid(
    _ day: CalendarDay, _ form: TimestampForm, _ start: Int, _ end: Int
  ) -> TimestampReading {
    .valid(FoundTimestamp(timestamp: Timestamp(day), form: form, range: range(start, end), isExact: false))
  }

  /// The place after one blank or more; nil when there is none.
  func afterBlanks(_ place: Int) -> Int? {
    var end = place
    while end < bytes.count, ASCII.isBlank(bytes[end]) { end += 1 }
    return end > place ? end : nil
  }

  /// The place after the st, nd, rd or th of a number.
  private func afterOrdinal(_ place: Int) -> Int {
    guard place + 2 <= bytes.count else { return place }
    switch (ASCII.lowercased(bytes[place]), ASCII.lowercased(bytes[place + 1])) {
    case (UInt8(ascii: "s"), UInt8(ascii: "t")), (UInt8(ascii: "n"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "t"), UInt8(ascii: "h")):
      return place + 2
    default: return place
    }
  }

  /// From `start` to the white space after `end`.
  func wholeWord(_ start: Int, _ end: Int) -> ByteRange {
    var last = min(end, bytes.count)
    while last < bytes.count, !ASCII.isWhitespace(bytes[last]) { last += 1 }
    return range(start, last)
  }
}
