import StatusText

extension TimestampReader {
  /// A time of day as it was written.
  private struct Clock {
    var hour: Int
    var minute: Int
    var second: Int?
    var hasFraction = false
    var losesFraction = false
  }

  /// A zone as it was written.
  private struct Zone {
    var offsetMinutes = 0
    var hasOffset = false
    var hasZ = false
    /// Whether it is the word UTC or GMT.
    var isWord = false
  }

  /// The timestamp of `day` with the time that follows at `place`; nil when no time does.
  func time(of day: CalendarDay, from start: Int, at place: Int) -> TimestampReading? {
    guard place < bytes.count else { return nil }
    let isSpaced = bytes[place] == ASCII.space
    if isSpaced {
      guard looksLikeTime(at: place + 1) else { return nil }
    } else {
      guard ASCII.lowercased(bytes[place]) == UInt8(ascii: "t"), place + 1 < bytes.count,
        ASCII.isDigit(bytes[place + 1])
      else { return nil }
    }
    guard let (clock, clockEnd) = clock(at: place + 1, isSpaced: isSpaced) else {
      return .impossible(wholeWord(start, place + 1))
    }
    var end = clockEnd
    var zone: Zone?
    if let (written, zoneEnd) = self.zone(at: end, mayBeOffset: !isSpaced || clock.second != nil) {
      zone = written
      end = zoneEnd
    }
    if zone == nil, let named = ZoneName.end(bytes, after: end) { return .ambiguous(range(start, named)) }
    guard isSpaced ? end == bytes.count || !ASCII.isAlphanumeric(bytes[end]) : isEnd(end),
      let timestamp = Timestamp(
        day, hour: clock.hour, minute: clock.minute, second: clock.second ?? 0,
        offsetMinutes: zone?.offsetMinutes ?? 0)
    else { return .impossible(wholeWord(start, end)) }
    if let zone, zone.hasZ, zone.offsetMinutes != 0 { return .ambiguous(range(start, end)) }
    let isPlain = bytes[start..<end].allSatisfy { $0 != UInt8(ascii: "t") && $0 != UInt8(ascii: "z") }
    return .valid(
      FoundTimestamp(
        timestamp: timestamp,
        form: isSpaced || zone?.isWord == true ? .spaced : Self.form(clock, zone, isPlain: isPlain),
        range: range(start, end),
        isExact: zone != nil && clock.second != nil && !clock.losesFraction))
  }

  /// The timestamp of a month and a day that end at `place`, with the year after the time, as git(1) and date(1) print
  /// it: `Dec 28 10:15:00 2025 +0100`, `Dec 28 10:15:00 UTC 2025`; nil when no such time follows.
  func timeBeforeYear(_ month: Int, _ day: Int, from start: Int, at place: Int) -> TimestampReading? {
    guard let clockStart = afterBlanks(place), looksLikeTime(at: clockStart),
      let (clock, clockEnd) = clock(at: clockStart, isSpaced: true), let second = clock.second
    else { return nil }
    let named = ZoneName.end(bytes, after: clockEnd)
    let early = zone(at: clockEnd, mayBeOffset: false)
    guard let yearStart = afterBlanks(named ?? early?.1 ?? clockEnd), let year = number(at: yearStart, 4...4)
    else { return nil }
    if named != nil { return .ambiguous(range(start, year.end)) }
    let late = early == nil ? zone(at: year.end, mayBeOffset: true) : nil
    let end = late?.1 ?? year.end
    let zone = early?.0 ?? late?.0
    guard isEnd(end), let date = CalendarDay(year: year.value, month: month, day: day),
      let timestamp = Timestamp(
        date, hour: clock.hour, minute: clock.minute, second: second, offsetMinutes: zone?.offsetMinutes ?? 0)
    else { return .impossible(wholeWord(start, end)) }
    return .valid(
      FoundTimestamp(
        timestamp: timestamp, form: .named, range: range(start, end),
        isExact: zone != nil && !clock.losesFraction))
  }

  private static func form(_ clock: Clock, _ zone: Zone?, isPlain: Bool) -> TimestampForm {
    guard clock.second != nil else { return .minutes }
    guard let zone else { return .noZone }
    if zone.hasOffset { return zone.hasZ ? .offsetWithZ : .offset }
    if clock.hasFraction { return .fractional }
    return isPlain ? .full : .lowercase
  }

  private func looksLikeTime(at place: Int) -> Bool {
    guard let hour = number(at: place, 1...2), has(UInt8(ascii: ":"), at: hour.end) else { return false }
    return number(at: hour.end + 1, 2...2) != nil
  }

  private func clock(at place: Int, isSpaced: Bool) -> (Clock, Int)? {
    guard let hour = number(at: place, isSpaced ? 1...2 : 2...2), has(UInt8(ascii: ":"), at: hour.end),
      let minute = number(at: hour.end + 1, 2...2)
    else { return nil }
    var clock = Clock(hour: hour.value, minute: minute.value)
    var end = minute.end
    if has(UInt8(ascii: ":"), at: end), let second = number(at: end + 1, 2...2) {
      clock.second = second.value
      end = second.end
      if has(UInt8(ascii: "."), at: end) || has(UInt8(ascii: ","), at: end), end + 1 < bytes.count,
        ASCII.isDigit(bytes[end + 1])
      {
        end = fraction(at: end + 1, of: &clock)
      }
    }
    guard isSpaced else { return (clock, end) }
    let halfDayEnd = halfDay(at: end, of: &clock)
    return halfDayEnd.map { (clock, $0) }
  }

  private func fraction(at place: Int, of clock: inout Clock) -> Int {
    var end = place
    clock.hasFraction = true
    while end < bytes.count, ASCII.isDigit(bytes[end]) {
      if bytes[end] != UInt8(ascii: "0") { clock.losesFraction = true }
      end += 1
    }
    return end
  }

  /// The place after an AM or PM, with `clock` set by it; nil if the hour does not allow it.
  private func halfDay(at place: Int, of clock: inout Clock) -> Int? {
    let start = has(ASCII.space, at: place) ? place + 1 : place
    let word = lowercasedWord(at: start)
    guard word == "am" || word == "pm" else { return place }
    guard (1...12).contains(clock.hour) else { return nil }
    clock.hour = clock.hour % 12 + (word == "pm" ? 12 : 0)
    return start + 2
  }

  /// The zone at `place`, where one is there or after blanks: `Z`, `UTC`, `+01:00`, `GMT-0700`.
  ///
  /// - Parameter mayBeOffset: whether a sign right after the time can begin an offset; in `10:15-11:30` it does not.
  private func zone(at place: Int, mayBeOffset: Bool) -> (Zone, Int)? {
    var start = place
    while start < bytes.count, ASCII.isBlank(bytes[start]) { start += 1 }
    let isApart = start > place
    let word = lowercasedWord(at: start)
    if word == "utc" || word == "gmt" {
      guard let (minutes, end) = signedOffset(at: start + 3, hourDigits: 1) else {
        return (Zone(hasZ: true, isWord: true), start + 3)
      }
      return (Zone(offsetMinutes: minutes, hasOffset: true, isWord: true), end)
    }
    guard start < bytes.count else { return nil }
    if ASCII.lowercased(bytes[start]) == UInt8(ascii: "z"), !isApart || isEnd(start + 1) {
      return (Zone(hasZ: true, isWord: isApart), start + 1)
    }
    guard mayBeOffset || isApart, let (minutes, end) = signedOffset(at: start, hourDigits: 2) else {
      return nil
    }
    // What stands apart and goes on is a range or a number: `10:15 -11:30:00`, `10:15 +2000 lines`.
    if isApart,
      !isEnd(end) || !mayBeOffset && bytes[start] == UInt8(ascii: "-") && !Self.isUsualOffset(minutes)
    {
      return nil
    }
    var zone = Zone(offsetMinutes: minutes, hasOffset: true)
    zone.hasZ = end < bytes.count && ASCII.lowercased(bytes[end]) == UInt8(ascii: "z")
    return (zone, zone.hasZ ? end + 1 : end)
  }

  /// Whether a zone west of Greenwich has the offset: `10:15 -11:30` is a range.
  private static func isUsualOffset(_ minutes: Int) -> Bool {
    minutes >= -12 * 60 && (minutes % 60 == 0 || [-150, -210, -570].contains(minutes))
  }

  /// `+01:00`, `-0700`, `+01`, and after UTC also `+1`.
  private func signedOffset(at place: Int, hourDigits: Int) -> (minutes: Int, end: Int)? {
    guard place < bytes.count, ASCII.isOne(bytes[place], of: "+-"),
      let (minutes, end) = offset(at: place + 1, hourDigits: hourDigits)
    else { return nil }
    return (bytes[place] == UInt8(ascii: "-") ? -minutes : minutes, end)
  }

  /// `01:00`, `0100` or `01`; minutes that no hour has make the whole impossible.
  private func offset(at place: Int, hourDigits: Int) -> (minutes: Int, end: Int)? {
    let tooMuch = 24 * 60
    if let digits = number(at: place, 4...4) {
      return (digits.value % 100 < 60 ? digits.value / 100 * 60 + digits.value % 100 : tooMuch, digits.end)
    }
    guard let hours = number(at: place, hourDigits...2) else { return nil }
    guard has(UInt8(ascii: ":"), at: hours.end), let minutes = number(at: hours.end + 1, 2...2) else {
      return (hours.value * 60, hours.end)
    }
    return (minutes.value < 60 ? hours.value * 60 + minutes.value : tooMuch, minutes.end)
  }

  /// The letters from `place` on, when they are few.
  private func lowercasedWord(at place: Int) -> String {
    var word: [UInt8] = []
    for byte in bytes[min(place, bytes.count)...] {
      guard ASCII.isAlphanumeric(byte), word.count < 4 else { break }
      word.append(ASCII.lowercased(byte))
    }
    return String(decoding: word, as: UTF8.self)
  }
}
