import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

/// One spelling of a status is judged the same in every place.
struct MarkerSpellingTests {
  /// What a spelling is taken for.
  enum Judgment: Equatable {
    /// The standard spelling, or one that contains more; nothing is corrected.
    case kept(Status)
    /// Another spelling; the text with the correction.
    case corrected(String)
    /// Not a status.
    case none
  }

  @Test(arguments: [
    "[NOT STARTED]", "**[NOT STARTED]**", "__[NOT STARTED]__", "_[NOT STARTED]_", "<b>[NOT STARTED]</b>",
    "'[NOT STARTED]'", "([NOT STARTED])", "\u{2014} [NOT STARTED]", ": [NOT STARTED]", "[NOT STARTED]:",
    "[NOT STARTED].", "[NOT STARTED]<br>", "\u{2192} [NOT STARTED]",
  ])
  func standard(_ spelling: String) throws {
    #expect(try judgments(of: spelling) == .all(.kept(.notStarted)))
  }

  @Test(arguments: [
    "*NOT STARTED*", "**NOT STARTED**", "***NOT STARTED***", "_NOT STARTED_", "__NOT STARTED__",
    "\u{2014} NOT STARTED", "\u{2014} **NOT STARTED**", ": NOT STARTED", "<span>NOT STARTED</span>",
    "<b>**NOT STARTED**</b>", "&#91;NOT STARTED&#93;", "&#x5B;NOT STARTED&#x5D;",
    "&lbrack;NOT STARTED&rbrack;", "\\[NOT STARTED\\]", "[NOT&nbsp;STARTED]", "[NOT\u{A0}STARTED]",
    "[[NOT STARTED]]", "[NOT STARTED", "NOT STARTED]", "NOT STARTED&#93;", "(NOT STARTED)", "{NOT STARTED}",
    "\u{3010}NOT STARTED\u{3011}", "[Not started]", "[not_started]",
  ])
  func otherSpellings(_ spelling: String) throws {
    #expect(try judgments(of: spelling) == .all(.corrected("[NOT STARTED]")))
  }

  /// In code and in the text of a link, and without anything around it, a status may be a part of the title.
  @Test(arguments: [
    ("`[NOT STARTED]`", Judgment.corrected("[NOT STARTED]")),
    ("`NOT STARTED`", .corrected("[NOT STARTED]")),
    ("**`[NOT STARTED]`**", .corrected("[NOT STARTED]")), ("NOT STARTED", .corrected("[NOT STARTED]")),
    ("NOT STARTED.", .corrected("[NOT STARTED].")),
    ("[NOT STARTED](log.md)", .kept(.notStarted)), ("[NOT STARTED][log]", .kept(.notStarted)),
  ])
  func partsOfATitle(_ spelling: String, _ judgment: Judgment) throws {
    var expected = Judgments.all(judgment)
    expected.heading = .none
    #expect(try judgments(of: spelling) == expected)
    let heading = Array("Phase 1: Dig \(spelling)".utf8)
    #expect(scanner(heading).status(endingTitle: ByteRange(0, heading.count)) == .notStarted)
  }

  @Test(arguments: [
    "~~[NOT STARTED]~~", "~~NOT STARTED~~", "<!-- [NOT STARTED] -->", "![NOT STARTED](badge.png)",
    "\"NOT STARTED\"", "[NOT STARTED?]",
  ])
  func notAStatus(_ spelling: String) throws {
    #expect(try judgments(of: spelling) == .all(.none))
  }

  /// A correction would leave the other half of the bracket behind.
  @Test(arguments: ["[COMPLETED\n]", "[COMPLETED\n  ] by hand", "[COMPLETED\r\nby hand]"])
  func isKeptWhereALaterLineClosesTheBracket(_ spelling: String) throws {
    #expect(try judgments(of: spelling) == .all(.kept(.completed)))
  }

  @Test(arguments: ["[COMPLETED\n\n]", "[COMPLETED\n- [ ] Dig"])
  func isCorrectedWhereNoLaterLineClosesTheBracket(_ spelling: String) throws {
    let rest = spelling.dropFirst("[COMPLETED".count)
    #expect(try judgments(of: spelling) == .all(.corrected("[COMPLETED]\(rest)")))
  }

  // MARK: Reading

  private struct Judgments: Equatable {
    var heading: Judgment
    var value: Judgment
    var line: Judgment
    var taskOrder: Judgment

    static func all(_ judgment: Judgment) -> Judgments {
      Judgments(heading: judgment, value: judgment, line: judgment, taskOrder: judgment)
    }
  }

  private func judgments(of spelling: String) throws -> Judgments {
    Judgments(
      heading: judge(spelling, after: "Phase 1: Dig ") { $0.marker(inHeading: $1) },
      value: judge(spelling, after: "") { $0.marker(inValue: $1) },
      line: judge(spelling, after: "") { $0.marker(aloneOn: $1) },
      taskOrder: taskOrder(spelling))
  }

  private func scanner(_ bytes: [UInt8]) -> MarkerScanner {
    MarkerScanner(bytes, vocabulary: Profile.opencode.vocabulary)
  }

  private func judge(
    _ spelling: String, after lead: String, _ read: (MarkerScanner, ByteRange) -> Marker?
  ) -> Judgment {
    let bytes = Array((lead + spelling).utf8)
    let marker = read(scanner(bytes), ByteRange(0, bytes.lineEnd(from: 0)))
    return judgment(marker, in: bytes, after: lead)
  }

  private func taskOrder(_ spelling: String) -> Judgment {
    let lead = "## Task Order\n- 7 "
    let bytes = Array((lead + spelling).utf8)
    let source = SourceText(lead + spelling)
    let parser = TaskListParser(source, MarkdownOutline(source), vocabulary: Profile.opencode.vocabulary)
    return judgment(parser.parse().order.first?.marker, in: bytes, after: lead)
  }

  private func judgment(_ marker: Marker?, in bytes: [UInt8], after lead: String) -> Judgment {
    switch marker?.reading {
    case .standard(let status), .worded(let status): return .kept(status)
    case .spelling(let status):
      let range = marker?.range ?? .zero
      let text =
        bytes[..<range.lower] + Profile.opencode.vocabulary.marker(status).utf8 + bytes[range.upper...]
      return .corrected(String(String(decoding: text, as: UTF8.self).dropFirst(lead.count)))
    case .undecided, .ambiguous, .unknown, nil: return .none
    }
  }
}
