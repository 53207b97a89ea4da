import StatusModel
import StatusText
import Testing

/// What the values of timestamp fields are taken for.
struct TimestampReadingTests {
  struct Good: Sendable, CustomTestStringConvertible {
    var text: String
    /// What it means, canonically; nil for the same as `text`.
    var meaning: String
    var form: TimestampForm
    /// The timestamp alone.
    var part: String
    var isExact: Bool
    var testDescription: String { text }

    init(
      _ text: String, _ meaning: String? = nil, _ form: TimestampForm = .date, part: String? = nil,
      exact: Bool = false
    ) {
      self.text = text
      self.meaning = meaning ?? text
      self.form = form
      self.part = part ?? text
      isExact = exact
    }
  }

  static let good: [Good] = [
    Good("2025-12-28"), Good("0001-01-01"), Good("9999-12-31"), Good("2024-02-29"), Good("2000-02-29"),
    Good("2025-12-28T22:47:00Z", nil, .full, exact: true),
    Good("2025-12-28T00:00:00Z", nil, .full, exact: true),
    Good("2025-12-28T23:59:59Z", nil, .full, exact: true),
    Good("2025-12-28t22:47:00z", "2025-12-28T22:47:00Z", .lowercase, exact: true),
    Good("2025-12-28T22:47:00.000Z", "2025-12-28T22:47:00Z", .fractional, exact: true),
    Good("2025-12-28T22:47:00.999999Z", "2025-12-28T22:47:00Z", .fractional),
    Good("2025-12-28T22:47:00.123456", "2025-12-28T22:47:00Z", .noZone),
    Good("2025-12-28T22:47:00", "2025-12-28T22:47:00Z", .noZone),
    Good("2025-12-28T22:47:00+01:00", "2025-12-28T21:47:00Z", .offset, exact: true),
    Good("2025-12-28T22:47:00-08:00", "2025-12-29T06:47:00Z", .offset, exact: true),
    Good("2025-12-28T22:47:00-0800", "2025-12-29T06:47:00Z", .offset, exact: true),
    Good("2025-12-28T22:47:00+01", "2025-12-28T21:47:00Z", .offset, exact: true),
    Good("2025-12-28T22:47:00-00:00", "2025-12-28T22:47:00Z", .offset, exact: true),
    Good("2026-01-01T00:30:00+05:45", "2025-12-31T18:45:00Z", .offset, exact: true),
    Good("2025-12-28T22:47:00.5+00:00", "2025-12-28T22:47:00Z", .offset),
    Good("2025-12-28T22:47:00+00:00Z", "2025-12-28T22:47:00Z", .offsetWithZ, exact: true),
    Good("2025-12-28T22:47:00.123456+00:00Z", "2025-12-28T22:47:00Z", .offsetWithZ),
    Good("2025-12-28T22:47Z", "2025-12-28T22:47:00Z", .minutes),
    Good("2025-12-28T22:47", "2025-12-28T22:47:00Z", .minutes),
    Good("2025-12-28T22:47+01:00", "2025-12-28T21:47:00Z", .minutes),
    Good("2025-12-28 10:15", "2025-12-28T10:15:00Z", .spaced),
    Good("2025-12-28 9:15", "2025-12-28T09:15:00Z", .spaced),
    Good("2025-12-28 10:15:30", "2025-12-28T10:15:30Z", .spaced),
    Good("2025-12-28 10:15:30Z", "2025-12-28T10:15:30Z", .spaced, exact: true),
    Good("2025-12-28 10:15:30 UTC", "2025-12-28T10:15:30Z", .spaced, exact: true),
    Good("2025-12-28 10:15 GMT", "2025-12-28T10:15:00Z", .spaced),
    Good("2025-12-28 10:15:30.25", "2025-12-28T10:15:30Z", .spaced),
    Good("2025-12-28 10:15:30+02:00", "2025-12-28T08:15:30Z", .spaced, exact: true),
    Good("2025-12-28 10:15 PM", "2025-12-28T22:15:00Z", .spaced),
    Good("2025-12-28 12:15am", "2025-12-28T00:15:00Z", .spaced),
    Good("2025-12-28 12:15 pm", "2025-12-28T12:15:00Z", .spaced),
    Good("2025-12-28 10:15-11:30", "2025-12-28T10:15:00Z", .spaced, part: "2025-12-28 10:15"),
    Good("2026-05-11 23:30:00 -0700", "2026-05-12T06:30:00Z", .spaced, exact: true),
    Good("2026-05-11 23:30:00  +05:30", "2026-05-11T18:00:00Z", .spaced, exact: true),
    Good("2026-05-11 23:30 -0700", "2026-05-12T06:30:00Z", .spaced),
    Good("2026-05-11T23:30:00 -07:00", "2026-05-12T06:30:00Z", .offset, exact: true),
    Good("2026-05-11 23:30:00 Z", "2026-05-11T23:30:00Z", .spaced, exact: true),
    Good("2026-05-11 23:30:00 GMT-0700", "2026-05-12T06:30:00Z", .spaced, exact: true),
    Good("2026-05-11 23:30:00 UTC+2", "2026-05-11T21:30:00Z", .spaced, exact: true),
    Good("2026-05-11 11:30 PM -0700", "2026-05-12T06:30:00Z", .spaced),
    Good("May 11, 2026 23:30:00 GMT-0700", "2026-05-12T06:30:00Z", .named, exact: true),
    Good("11 May 2026 23:30:00 -0700", "2026-05-12T06:30:00Z", .named, exact: true),
    Good("2025-12-28T22:47:00.123456789012345Z", "2025-12-28T22:47:00Z", .fractional),
    Good("2025-12-28 10:15:30,250", "2025-12-28T10:15:30Z", .spaced),
    Good("2025-12-28 10:15 -11:30", "2025-12-28T10:15:00Z", .spaced, part: "2025-12-28 10:15"),
    Good("2025-12-28 10:15 - done", "2025-12-28T10:15:00Z", .spaced, part: "2025-12-28 10:15"),
    Good("2025-12-28 10:15 DONE", "2025-12-28T10:15:00Z", .spaced, part: "2025-12-28 10:15"),
    Good("2025-12-28 10:15 eat", "2025-12-28T10:15:00Z", .spaced, part: "2025-12-28 10:15"),
    Good("2025-12-28T10:15:00 UTC", "2025-12-28T10:15:00Z", .spaced, exact: true),
    Good("2025-1-5", "2025-01-05", .unpadded), Good("2025-01-5", "2025-01-05", .unpadded),
    Good("2025-1-5 10:15", "2025-01-05T10:15:00Z", .unpadded),
    Good("2025/12/28", "2025-12-28", .separated), Good("2025.12.28", "2025-12-28", .separated),
    Good("2025/1/5 10:15:00", "2025-01-05T10:15:00Z", .separated),
    Good("20251228", "2025-12-28", .compact),
    Good("December 28, 2025", "2025-12-28", .named), Good("dec 28 2025", "2025-12-28", .named),
    Good("Dec. 28th, 2025", "2025-12-28", .named), Good("Sept 1, 2025", "2025-09-01", .named),
    Good("28 December 2025", "2025-12-28", .named), Good("1st May, 2025", "2025-05-01", .named),
    // With the day of the week, or the year after the time.
    Good("Sun, 28 Dec 2025", "2025-12-28", .named), Good("Sunday, December 28, 2025", "2025-12-28", .named),
    Good("Sun, 28 Dec 2025 10:15:00 GMT", "2025-12-28T10:15:00Z", .named, exact: true),
    Good("Sun, 28 Dec 2025 23:15:00 -0700", "2025-12-29T06:15:00Z", .named, exact: true),
    Good("Sun Dec 28 10:15:00 2025", "2025-12-28T10:15:00Z", .named),
    Good("Sun Dec 28 10:15:00 2025 +0100", "2025-12-28T09:15:00Z", .named, exact: true),
    Good("Sun Dec 28 10:15:00 UTC 2025", "2025-12-28T10:15:00Z", .named, exact: true),
    Good("Sun 28 Dec 2025 10:15:00 PM UTC", "2025-12-28T22:15:00Z", .named, exact: true),
    Good("Dec 28 10:15:00 2025", "2025-12-28T10:15:00Z", .named),
    Good("Sun 2025-12-28", "2025-12-28", .named),
    Good("Mon, 28 Dec 2025", "2025-12-28", .named, part: "28 Dec 2025"),
    // Around and after a date.
    Good(" 2025-12-28\t", "2025-12-28", part: "2025-12-28"),
    Good("[2025-12-28]", "2025-12-28", part: "2025-12-28"),
    Good("`2025-12-28`", "2025-12-28", part: "2025-12-28"),
    Good("**2025-12-28**", "2025-12-28", part: "2025-12-28"),
    Good("(2025-12-28T10:15:00Z)", "2025-12-28T10:15:00Z", .full, part: "2025-12-28T10:15:00Z", exact: true),
    Good("2025-12-28 (v2)", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28(v2)", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28, in two parts", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28. The rest came later", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28.", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28: done", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28 -- not all", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28 (again 2026-01-02)", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28, 10:15:00–10:20:00Z", "2025-12-28", part: "2025-12-28"),
    Good("2025-12-28 10 hours", "2025-12-28", part: "2025-12-28"),
    Good(
      "2025-12-28T10:15:00Z, late", "2025-12-28T10:15:00Z", .full, part: "2025-12-28T10:15:00Z", exact: true),
    Good("2025-12-28T10:15:00Z.", "2025-12-28T10:15:00Z", .full, part: "2025-12-28T10:15:00Z", exact: true),
    // In prose.
    Good("done 2025-12-28", "2025-12-28", part: "2025-12-28"),
    Good("✅ 2025-12-28", "2025-12-28", part: "2025-12-28"),
    Good("Phase 3 on 2025-12-28, all of it", "2025-12-28", part: "2025-12-28"),
    Good("on December 28, 2025", "2025-12-28", .named, part: "December 28, 2025"),
    Good("2 of 3, 28 Dec 2025", "2025-12-28", .named, part: "28 Dec 2025"),
    Good("at 2025-12-28, I say 2025-12-28", "2025-12-28", part: "2025-12-28"),
  ]

  @Test("what has one meaning is taken", arguments: good)
  func takes(example: Good) throws {
    let reading = Timestamp.read(example.text)
    let found = try #require(reading.found, "\(reading)")
    #expect((found.timestamp.fullText ?? found.timestamp.dateText) == example.meaning)
    #expect(found.form == example.form)
    #expect(String(decoding: Array(example.text.utf8)[found.range.indices], as: UTF8.self) == example.part)
    #expect(found.isExact == example.isExact)
    #expect(found.text(in: .date) == String(example.meaning.prefix(10)))
    #expect(found.text(in: .full) == (example.isExact ? example.meaning : nil))
    #expect(found.text(in: .spaced) == nil)
  }

  @Test(
    "dates and times that are none are impossible",
    arguments: [
      "2025-02-30", "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-12-00", "2025-12-32",
      "2025-04-31",
      "0000-01-01", "2025-12-28T24:00:00Z", "2025-12-28T25:00:00Z", "2025-12-28T10:60:00Z",
      "2025-12-28T10:15:60Z",
      "2016-12-31T23:59:60Z", "2025-12-28 25:00", "2025-12-28 10:61", "2025-12-28T10:15:00+25:00",
      "2025-12-28T10:15:00+01:60", "2025-12-28T10:15:00+0199", "2025-12-28 13:15 PM", "2025-12-28 0:15 am",
      "2025-12-28T", "2025-12-28T10", "2025-12-28T1:15:00Z", "2025-12-28T10:15:00Zulu", "2025-12-28T10:15:0Z",
      "2025-12-28T10:15:00.Z", "2025-12-28foo", "2025-12-28-x.md", "2025-12-28.md", "2025-12-281",
      "2025-12-28_1",
      "2025-12-28–30", "2025-12", "2025-12 (planned)", "February 30, 2025", "31 April 2025", "2025/02/30",
      "2025-2-30",
      "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-00:01", "1767225600", "1767225600000",
      "20251228T101500Z", "20251228101500",
      "done 2025-02-30", "on 2025-12-28T25:00:00Z",
    ])
  func refusesImpossible(text: String) {
    guard case .impossible(let range) = Timestamp.read(text) else {
      Issue.record("\(Timestamp.read(text))")
      return
    }
    #expect(!range.isEmpty && range.upper <= text.utf8.count)
  }

  @Test(
    "what has two meanings is ambiguous",
    arguments: [
      "12/01/2025", "13/01/2025", "1/2/2025", "12/28/25", "12-01-2025", "28.12.2025", "12/01/2025 10:15",
      "2025-12-28T10:15:00-08:00Z", "from 2025-12-01 to 2025-12-28", "done 12/01/2025", "(12/01/2025)",
      "about 2025-12-01 or 2025-02-30", "2025-12-28 10:15 PST", "2026-05-11 23:30:00 CEST",
      "2026-05-11 23:30:00 (PDT)", "2026-05-11 23:30:00 Europe/Berlin",
      "2026-05-11T23:30:00[America/New_York]",
      "2026-05-11 11:30 PM pst", "11 May 2026 23:30 IST", "Mon May 11 23:30:00 CEST 2026",
    ])
  func refusesAmbiguous(text: String) {
    guard case .ambiguous(let range) = Timestamp.read(text) else {
      Issue.record("\(Timestamp.read(text))")
      return
    }
    #expect(!range.isEmpty && range.upper <= text.utf8.count)
  }

  @Test(
    "placeholders are known in any case",
    arguments: [
      "", " ", "\t", "null", "NULL", "TBD", "tbd", "N/A", "n/a", "None", "none", "pending", "Pending", "-",
      "–", "—",
      "YYYY-MM-DD", "yyyy-mm-dd", "YYYY-MM-DDTHH:MM:SSZ", "[TBD]", "(pending)", "[ ]", "\"\"", "`null`",
      "*TBD*", "TBD.",
      "[YYYY-MM-DD]", "{YYYY-MM-DD}", " - ",
    ])
  func knowsPlaceholders(text: String) {
    #expect(Timestamp.read(text) == .placeholder)
  }

  @Test(
    "words are prose",
    arguments: [
      "yesterday", "9", "7 tasks (101, 102)", "when 3 of 4 phases are done", "unknown", "not yet",
      "TBD after review",
      "from 12:30 with a second from 13:40", "version 1.2.3", "1.12.25", "see 2025-12-28-report.md",
      "5/7 phases",
      "specs/2025-12-28_x/plan.md", "105-107", "2025", "in 2025-12", "2024-2025", "`Sources/2025.swift`",
      "may 12",
      "12 of May", "Q4 2025", "December 2025", "12345678", "123-45-6789", "1:2:3", "½", "\u{FF}",
      "Octopus 12, 2025", "Sunday", "Sun, rain", "Sun Mon 12 May", "Dec 28 10:15 2025",
      "2025-12x", "reduced from 1200 to 1100 lines", "the 2025-12-28test case",
    ])
  func knowsProse(text: String) {
    #expect(Timestamp.read(text) == .prose)
  }

  @Test("the text behind and before is told")
  func tellsTheRest() throws {
    func rest(_ text: String) throws -> (String, Bool) {
      let found = try #require(Timestamp.read(text).found)
      return (String(decoding: Array(text.utf8)[found.trailing.indices], as: UTF8.self), found.isEmbedded)
    }
    #expect(try rest("2025-12-28") == ("", false))
    #expect(try rest("[2025-12-28] ") == ("", false))
    #expect(try rest("2025-12-28, then more ") == (", then more", false))
    #expect(try rest("2025-12-28 (v2)") == ("(v2)", false))
    #expect(try rest("`2025-12-28` (v2)") == ("(v2)", false))
    #expect(try rest("was 2025-12-28 or so") == ("or so", true))
  }

  @Test("ranges are offsets in the file")
  func rangesAreAbsolute() throws {
    let source = SourceText("- **Started**: 2025-12-28 (late)\n")
    let value = ByteRange(15, 32)
    let found = try #require(Timestamp.read(source, in: value).found)
    #expect(source.text(found.range) == "2025-12-28")
    #expect(source.text(found.trailing) == "(late)")
    guard case .impossible(let range) = Timestamp.read(SourceText("x: 2025-02-30 y"), in: ByteRange(3, 15))
    else {
      Issue.record("not impossible")
      return
    }
    #expect(range == ByteRange(3, 13))
  }

  @Test("every cut of a timestamp is read without a fault")
  func survivesCuts() {
    for example in Self.good {
      let bytes = Array(example.text.utf8)
      for start in bytes.indices {
        for end in start...bytes.count {
          let reading = bytes[start..<end].withUnsafeBufferPointer { Timestamp.read($0, offset: 7) }
          guard let found = reading.found else { continue }
          #expect(found.range.lower >= 7 && found.range.upper <= 7 + end - start)
        }
      }
    }
  }

  @Test("long texts are read in time that grows with them", .timeLimit(.minutes(1)))
  func readsLongTexts() {
    for piece in ["1 ", "1", " ", "2025-12-2", "2025-12-28 ", "-", "may ", "2025-12-28T10:15:00.0", "["] {
      let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
      #expect(Timestamp.read(text) != Timestamp.read("2025-12-28 10:15:00Z"))
    }
  }
}
