import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

struct MarkdownReportTests {
  /// The cells of every row of the table, without its head, as GitHub splits them: at bars that no backslash escapes.
  private func cells(_ report: String) -> [[String]] {
    report.split(separator: "\n").filter { $0.hasPrefix("| ") }.dropFirst().map { row in
      row.replacing(#"\|"#, with: "\u{0}").split(separator: "|").map {
        $0.replacing("\u{0}", with: #"\|"#).trimmingPrefix(" ").description
      }
    }
  }

  @Test func worked() throws {
    #expect(
      try SampleResult.text(.markdown, SampleResult.worked) == #"""
        <!-- statuslint report -->
        **statuslint**: 3 errors, 1 warning in 2 files; 1 fixable with --fix (2 files)

        | severity | task | finding | place | rule |
        |---|---|---|---|---|
        | error | 12 | unknown status "DOEN"; did you mean \[COMPLETED\]? | [specs/TODO.md:4](specs/TODO.md#L4) | unknown-marker |
        | error | 12 | TODO.md says "DOEN", state.json says "completed" | [specs/TODO.md:4](specs/TODO.md#L4) | status-mismatch |
        | warning |  | no "title" | [specs/state.json:3](specs/state.json#L3) | missing-state-field |
        | error |  | tasks 1 and 2 need each other |  | dependency-cycle |

        """#)
  }

  @Test func aCleanTreeIsOneLine() throws {
    #expect(
      try SampleResult.text(.markdown, SampleResult.result(files: SampleResult.worked.files))
        == "\(MarkdownReport.title)\n**statuslint**: no findings (2 files)\n")
  }

  @Test func fixedFindingsAreMarked() throws {
    let rows = cells(try SampleResult.text(.markdown, SampleResult.states[3]))
    let stale = cells(try SampleResult.text(.markdown, SampleResult.stale))
    #expect(stale.map { $0[0] } == ["stale "] && stale[0][2].contains("is no longer found"))
    #expect(rows.map { $0[0] } == Array(repeating: "fixed ", count: 4))
  }

  @Test(arguments: [
    "a | b || c", #"back\slash \| bar"#, "`code`", "**bold** _it_ ~~gone~~", "<script>alert(1)</script>",
    "<!-- x -->",
    "[text](http://a.example/)", "![image](x.png)", "<http://a.example/>", "http://a.example/b",
    "WWW.a.example",
    "@someone and @org/team", "a@b.example", "#12 and org/name#12", "!7", ":tada: and ::error::",
    "&amp; &lt;b&gt; &#64;x",
    "$x$ and $$y$$", "line\nbreak", "\u{1B}[31m \u{202E}", "- item", "1. item", "# title", "***",
    "trailing \\", "",
  ])
  func textFromFilesHasNoEffect(text: String) throws {
    let path = "specs/\(text)/TODO.md"
    let finding = SampleResult.finding("some-rule", "x \(text)", at: Location(path: path, range: .zero))
    let report = try SampleResult.text(
      .markdown, SampleResult.result([finding], files: [SampleResult.file(path, "x")]))
    let rows = cells(report)
    #expect(rows.count == 1 && rows[0].count == 5, "\(report)")
    let message = RenderedMarkdown(rows[0][2])
    #expect(message.markup == [] && message.text == "x \(DisplayText.escaped(text))".trimmingSuffix)
    let place = RenderedMarkdown(rows[0][3])
    #expect(place.markup == ["link"] && place.text == "\(DisplayText.escaped(path)):1")
    #expect(
      place.destinations == ["\(String(decoding: RelativeURI.escaped(Array(path.utf8)), as: UTF8.self))#L1"])
    for piece in message.pieces + place.pieces {
      #expect(
        piece.firstMatch(of: /@[A-Za-z0-9]|[#!][0-9]|:[a-z_]+:|:\/\/|[Ww]{3}\.[a-z]/) == nil, "\(piece)")
    }
  }

  @Test func aLongReportIsCutBetweenRows() throws {
    let findings = (0..<2000).map {
      SampleResult.finding("some-rule", "漢字 number \($0)", at: Location(path: "a.md", range: .zero))
    }
    let report = try SampleResult.text(.markdown, SampleResult.result(findings))
    #expect(report.utf8.count <= 60_000 && report.utf8.count > 59_000)
    let shown = cells(report)
    #expect(shown.count > 500 && shown.allSatisfy { $0.count == 5 })
    #expect(
      report.hasSuffix(
        "\n\n\(2000 - shown.count) of 2000 rows left out. Run `statuslint check` to see all findings.\n"))
    #expect(report.contains("**statuslint**: 2000 errors in 1 file"))
  }
}

extension String {
  fileprivate var trimmingSuffix: String {
    var text = self; while text.last == " " { text.removeLast() }; return text
  }
}
