import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

@Suite struct ConciseReportTests {
  @Test func worked() throws {
    #expect(
      try SampleResult.text(.concise, SampleResult.worked) == """
        specs/TODO.md:4:15: error: unknown status "DOEN"; did you mean [COMPLETED]? [unknown-marker]
        specs/TODO.md:4:15: error: TODO.md says "DOEN", state.json says "completed" [status-mismatch]
        specs/state.json:3:5: warning: no "title" [missing-state-field]
        (tree): error: tasks 1 and 2 need each other [dependency-cycle]

        """)
  }

  @Test func aCleanRunSaysNothing() throws {
    #expect(try ReportFormat.concise.render(SampleResult.result(), SampleResult.options).isEmpty)
  }

  @Test func columnsCountCharacters() throws {
    let text = "é漢e\u{301}[X]"
    let finding = SampleResult.finding(
      "some-rule", "m", at: SampleResult.location(of: "[X]", in: text, path: "a.md"))
    let result = SampleResult.result([finding], files: [SampleResult.file("a.md", text)])
    #expect(try SampleResult.text(.concise, result) == "a.md:1:5: error: m [some-rule]\n")
  }

  @Test func hostileTextStaysOnItsLine() throws {
    let path = "specs/\u{1B}[2J\r\n\u{202E}evil.md"
    let finding = SampleResult.finding(
      "some-rule", "found \"\n::error::\u{7}\"", at: Location(path: path, range: .zero))
    let text = try SampleResult.text(.concise, SampleResult.result([finding]))
    #expect(
      text
        == #"specs/\u{1B}[2J\u{D}\u{A}\u{202E}evil.md:1:1: error: found "\u{A}::error::\u{7}" [some-rule]"#
        + "\n")
  }
}
