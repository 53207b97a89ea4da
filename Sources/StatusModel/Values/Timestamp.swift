import StatusText

/// When something happened: an instant in UTC to the second, or a whole day.
///
/// Fractions of a second are cut off. Two instants are equal when they are the same moment, however they were
/// written; a day equals no instant, use `agrees(with:)`.
package struct Timestamp: Sendable {
  /// The day, in UTC.
  package let day: CalendarDay
  /// Seconds since the beginning of that day in UTC; nil for a whole day.
  package let second: Int32?
  /// The day that was written: with an offset it may be the one before or after `day`.
  package let writtenDay: CalendarDay

  private static let secondsPerDay = 86_400

  /// A whole day.
  package init(_ day: CalendarDay) {
    self.day = day
    second = nil
    writtenDay = day
  }

  /// The instant so many seconds after 1970-01-01T00:00:00Z; nil outside the years 1 to 9999.
  package init?(secondsSince1970 seconds: Int) {
    let (days, rest) = seconds.quotientAndRemainder(dividingBy: Self.secondsPerDay)
    let second = rest < 0 ? rest + Self.secondsPerDay : rest
    guard let day = CalendarDay(number: rest < 0 ? days - 1 : days) else { return nil }
    self.init(day, second: second)
  }

  /// The instant at a time of day with an offset from UTC, as a clock there showed it; nil when there is no
  /// such time or UTC has left the years 1 to 9999.
  ///
  /// RFC 3339, section 5.6, but for the leap second: `:60` is refused, there has been none since 2016 and no
  /// arithmetic here could keep it. `24:00` is none of RFC 3339's times.
  package init?(
    _ writtenDay: CalendarDay, hour: Int, minute: Int, second: Int = 0, offsetMinutes: Int = 0
  ) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second),
      (-1439...1439).contains(offsetMinutes)
    else { return nil }
    let seconds = (hour * 60 + minute - offsetMinutes) * 60 + second
    guard
      let instant = Timestamp(secondsSince1970: Int(writtenDay.number) * Self.secondsPerDay + seconds),
      let secondOfDay = instant.second
    else { return nil }
    self.init(instant.day, second: Int(secondOfDay), writtenDay: writtenDay)
  }

  private init(_ day: CalendarDay, second: Int, writtenDay: CalendarDay? = nil) {
    self.day = day
    self.second = Int32(second)
    self.writtenDay = writtenDay ?? day
  }

  /// Whether this is a whole day and not an instant.
  package var isDate: Bool { second == nil }

  /// Seconds since 1970-01-01T00:00:00Z, for a whole day those of its beginning.
  package var secondsSince1970: Int { Int(day.number) * Self.secondsPerDay + Int(second ?? 0) }

  /// The day in UTC as `YYYY-MM-DD`.
  package var dateText: String { day.text }

  /// The instant as `YYYY-MM-DDTHH:MM:SSZ`; nil for a whole day, which never gains a time.
  package var fullText: String? {
    second.map { day.text(atSecond: Int($0)) + "Z" }
  }
}

extension Timestamp {
  /// Whether this is certainly earlier: by the second for two instants, by the day for two days.
  ///
  /// Where a day meets an instant, the zone of the day is unknown: people write local dates beside UTC
  /// times. It is earlier only when it is so in every zone, and by the day that was written with the instant.
  package func isBefore(_ other: Timestamp) -> Bool {
    switch (isDate, other.isDate) {
    case (false, false): secondsSince1970 < other.secondsSince1970
    case (true, true): day < other.day
    case (true, false): day.number < other.dayNumber(atOffset: -Self.westernmost) && day < other.writtenDay
    case (false, true): dayNumber(atOffset: Self.easternmost) < other.day.number && writtenDay < other.day
    }
  }

  /// Time zones are between twelve hours behind UTC and fourteen hours ahead of it.
  private static let westernmost = 12 * 3600
  private static let easternmost = 14 * 3600

  /// The number of the day that this instant falls on where clocks are so many seconds ahead of UTC.
  private func dayNumber(atOffset seconds: Int) -> Int {
    let local = Int(second ?? 0) + seconds
    return Int(day.number) + (local < 0 ? -1 : local / Self.secondsPerDay)
  }

  /// Whether this is earlier as the calendar in UTC has it, in which programs write: a day and an instant compare by
  /// the day.
  package func isEarlierInUTC(than other: Timestamp) -> Bool {
    isDate || other.isDate ? day < other.day : isBefore(other)
  }

  /// Whether both may be the same moment: neither is before the other.
  package func agrees(with other: Timestamp) -> Bool { !isBefore(other) && !other.isBefore(self) }

  /// The same time so many days later; nil when the years 1 to 9999 end before.
  package func adding(days: Int) -> Timestamp? {
    let (number, isOver) = Int(day.number).addingReportingOverflow(days)
    guard !isOver, let later = CalendarDay(number: number) else { return nil }
    return second.map { Timestamp(later, second: Int($0)) } ?? Timestamp(later)
  }
}

extension Timestamp: Hashable {
  package static func == (left: Timestamp, right: Timestamp) -> Bool {
    left.day == right.day && left.second == right.second
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(day)
    hasher.combine(second)
  }
}
