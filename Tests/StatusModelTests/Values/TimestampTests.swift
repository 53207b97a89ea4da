import StatusModel
import StatusText
import StatusTestSupport
import Testing

/// The arithmetic of days and instants.
struct TimestampTests {
  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  private func read(_ text: String) throws -> Timestamp { try #require(Timestamp.read(text).found).timestamp }

  @Test("days are counted as everybody counts them")
  func countsDays() throws {
    #expect(try day(1970, 1, 1).number == 0)
    #expect(try day(1969, 12, 31).number == -1)
    #expect(try day(2000, 3, 1).number == 11_017)
    #expect(try day(2025, 12, 28).number == 20_450)
    #expect(try day(1600, 1, 1).number == -135_140)
    #expect(try day(1, 1, 1).number == -719_162)
    #expect(try day(9999, 12, 31).number == 2_932_896)
    #expect(CalendarDay(number: -719_163) == nil)
    #expect(CalendarDay(number: 2_932_897) == nil)
    #expect(CalendarDay(number: .max) == nil)
    #expect(CalendarDay(year: .max, month: 1, day: 1) == nil)
  }

  @Test("every day of the calendar follows the one before")
  func everyDayFollows() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var number = -719_162
    for year in 1...9999 {
      let isLeap = year.isMultiple(of: 400) || year.isMultiple(of: 4) && !year.isMultiple(of: 100)
      for month in 1...12 {
        let length = lengths[month - 1] + (month == 2 && isLeap ? 1 : 0)
        // The ends of each month; the days between are counted.
        for dayOfMonth in [1, length] {
          let day = CalendarDay(year: year, month: month, day: dayOfMonth)
          guard let day, day.number == number + dayOfMonth - 1, day.date == (year, month, dayOfMonth) else {
            Issue.record("\(year)-\(month)-\(dayOfMonth)")
            return
          }
        }
        guard CalendarDay(year: year, month: month, day: length + 1) == nil else {
          Issue.record("\(year)-\(month)-\(length + 1)")
          return
        }
        number += length
      }
    }
    #expect(number == 2_932_897)
    #expect(CalendarDay(year: 2025, month: 0, day: 1) == nil)
    #expect(CalendarDay(year: 2025, month: 13, day: 1) == nil)
    #expect(CalendarDay(year: 2025, month: 1, day: 0) == nil)
    #expect(CalendarDay(year: 0, month: 1, day: 1) == nil)
  }

  @Test("what is printed reads as the same, in the same order", arguments: 0..<4)
  func printedReadsTheSame(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var last: Timestamp?
    for _ in 0..<1000 {
      let number = Int.random(in: -719_162...2_932_896, using: &random)
      let date = Timestamp(try #require(CalendarDay(number: number)))
      let found = try #require(Timestamp.read(date.dateText).found)
      #expect(found.timestamp == date && found.form == .date)
      #expect(date.fullText == nil)
      let seconds = number * 86_400 + Int.random(in: 0..<86_400, using: &random)
      let instant = try #require(Timestamp(secondsSince1970: seconds))
      #expect(instant.secondsSince1970 == seconds)
      let text = try #require(instant.fullText)
      let again = try #require(Timestamp.read(text).found)
      #expect(again.timestamp == instant && again.form == .full)
      #expect(again.text(in: .full) == text)
      if let last, let lastText = last.fullText {
        #expect(last.isBefore(instant) == (lastText < text))
        #expect(instant.isBefore(last) == (text < lastText))
        #expect(Timestamp(last.day).isBefore(date) == (last.dateText < date.dateText))
      }
      last = instant
    }
  }

  @Test("an offset means the same moment as its UTC")
  func offsetsAreTheSameMoment() throws {
    var random = SplitMix64(seed: 3339)
    for _ in 0..<2000 {
      let instant = try #require(
        Timestamp(secondsSince1970: Int.random(in: 0...4_000_000_000, using: &random)))
      let minutes = Int.random(in: -1439...1439, using: &random)
      let there = try #require(Timestamp(secondsSince1970: instant.secondsSince1970 + minutes * 60)?.fullText)
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let offset = "\(minutes < 0 ? "-" : "+")\(two(abs(minutes) / 60)):\(two(abs(minutes) % 60))"
      let found = try #require(Timestamp.read(there.dropLast() + offset).found)
      #expect(found.timestamp == instant)
      #expect(found.timestamp.hashValue == instant.hashValue)
      #expect(found.form == .offset)
      #expect(found.text(in: .full) == instant.fullText)
    }
  }

  @Test("a day and an instant are in order when some time zone makes them so")
  func comparesInEveryZone() throws {
    let day = try read("2025-12-28")
    let next = try read("2025-12-29")
    #expect(try read("2025-12-27T10:00:00Z").agrees(with: day))
    #expect(try read("2025-12-29T11:59:59Z").agrees(with: day))
    #expect(try read("2025-12-27T09:59:59Z").isBefore(day))
    #expect(try !read("2025-12-29T12:00:00Z").agrees(with: day) && day.isBefore(next))
  }

  @Test("a day and an instant on it agree")
  func comparesOnTheDay() throws {
    let day = try read("2025-12-28")
    let morning = try read("2025-12-28T08:00:00Z")
    let evening = try read("2025-12-28T20:00:00Z")
    let next = try read("2025-12-29T12:00:00Z")
    #expect(!day.isBefore(morning) && !morning.isBefore(day) && day.agrees(with: morning))
    #expect(!evening.isBefore(day) && day.agrees(with: evening))
    #expect(morning.isBefore(evening) && !evening.isBefore(morning) && !morning.agrees(with: evening))
    #expect(day.isBefore(next) && !next.isBefore(day) && !day.agrees(with: next))
    #expect(day != morning)
    #expect(!day.isBefore(day) && day.agrees(with: day))
  }

  @Test("a day meets an instant with an offset on either of its days")
  func comparesOnTheWrittenDay() throws {
    let evening = try read("2025-12-28T20:00:00-08:00")
    #expect(evening.dateText == "2025-12-29")
    #expect(evening.writtenDay.text == "2025-12-28")
    #expect(!(try read("2025-12-28").isBefore(evening)))
    #expect(!evening.isBefore(try read("2025-12-28")))
    #expect(!evening.isBefore(try read("2025-12-29")))
    #expect(evening.isBefore(try read("2025-12-31")))
    #expect(try read("2025-12-27").isBefore(evening))
    #expect(try read("2025-12-29T03:59:59Z").isBefore(evening))
    #expect(try read("2025-12-29T04:00:00Z") == evening)
  }

  @Test("days are added within the calendar")
  func addsDays() throws {
    #expect(try read("2025-12-31").adding(days: 1)?.dateText == "2026-01-01")
    #expect(try read("2024-02-28T10:15:00Z").adding(days: 2)?.fullText == "2024-03-01T10:15:00Z")
    #expect(try read("2025-01-01").adding(days: -1)?.dateText == "2024-12-31")
    #expect(try read("9999-12-31").adding(days: 1) == nil)
    #expect(try read("9999-12-31").adding(days: .max) == nil)
    #expect(Timestamp(secondsSince1970: .max) == nil)
    #expect(Timestamp(secondsSince1970: .min) == nil)
    #expect(Timestamp(secondsSince1970: -1)?.fullText == "1969-12-31T23:59:59Z")
  }

  @Test("a timestamp is small")
  func isSmall() {
    #expect(MemoryLayout<Timestamp>.stride <= 16)
  }
}
