import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

struct GitHubReportTests {
  private func lines(_ result: CheckResult) throws -> [Substring] {
    try SampleResult.text(.github, result).split(separator: "\n")
  }

  @Test func worked() throws {
    #expect(
      try SampleResult.text(.github, SampleResult.worked) == """
        ::error file=specs/TODO.md,line=4,endLine=4,col=15,endColumn=21,title=unknown-marker::unknown status "DOEN"; \
        did you mean [COMPLETED]?
        ::error file=specs/TODO.md,line=4,endLine=4,col=15,endColumn=21,title=status-mismatch::TODO.md says "DOEN", \
        state.json says "completed"
        ::error file=specs/TODO.md,title=dependency-cycle::tasks 1 and 2 need each other
        ::warning file=specs/state.json,line=3,endLine=4,title=missing-state-field::no "title"
        statuslint: 3 errors, 1 warning in 2 files; 1 fixable with --fix

        """)
  }

  @Test func aCleanTreeIsOneLine() throws {
    #expect(try SampleResult.text(.github, SampleResult.result()) == "statuslint: no findings\n")
  }

  @Test func aFindingThatIsGoneFromTheBaselineIsANotice() throws {
    let lines = try lines(SampleResult.stale)
    let start = "::notice file=specs/TODO.md,title=unknown-marker::"
    let first = try #require(lines.first)
    #expect(
      first.hasPrefix(start) && first.hasSuffix(" is in the baseline, but is no longer found"), "\(first)")
    var many = SampleResult.stale
    many.stale = Array(repeating: many.stale[0], count: 12)
    let texts = try self.lines(many)
    #expect(texts.count == 11 && texts[10].contains("2 annotations left out"), "\(texts)")
  }

  @Test(arguments: [
    "plain", "100% :: done, %0A %25", "a,b:c=d", "line\nbreak\r\n::error::x",
    "\u{1B}[31m \u{202E} ##[group]x", "::",
    "", "漢字 é 😀", "%", "%%3A%2C",
  ])
  func theRunnerReadsWhatWasMeant(text: String) throws {
    var finding = SampleResult.finding(
      "some-rule", text, at: Location(path: "specs/\(text)/TODO.md", range: ByteRange(2, 3)))
    finding.severity = .info
    let file = SampleResult.file("specs/\(text)/TODO.md", "a\nb\n")
    let lines = try lines(SampleResult.result([finding], files: [file]))
    #expect(lines.count == 2)
    let command = try #require(lines.first.flatMap { WorkflowCommand($0) })
    let shown = String(
      decoding: WorkflowCommandGuard.guarded(Array(DisplayText.escaped(text).utf8), by: .shown), as: UTF8.self
    )
    #expect(command.name == "notice" && command.data == shown)
    // Line ends of a path come back as they are, other dangerous characters as escapes.
    let path = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: "\r", omittingEmptySubsequences: false).map { DisplayText.escaped(String($0)) }
        .joined(separator: "\r")
    }.joined(separator: "\n").replacing("##[", with: #"\u{23}#["#)
    if !text.contains("\r\n") { #expect(command.properties["file"] == "specs/\(path)/TODO.md") }
    #expect(command.properties["line"] == "2" && command.properties["endcolumn"] == "2")
    #expect(command.properties["title"] == "some-rule")
  }

  @Test func tenOfEachKindAndErrorsFirst() throws {
    let findings = (0..<36).map {
      SampleResult.finding(
        "some-rule", "m\($0)", at: nil, severity: [.info, .warning, .error][$0 % 3])
    }
    let lines = try lines(SampleResult.result(findings))
    let kinds = lines.compactMap { WorkflowCommand($0)?.name }
    #expect(
      kinds == ["error", "warning", "notice"].flatMap { Array(repeating: $0, count: 10) })
    #expect(
      lines.last
        == "statuslint: 12 errors, 12 warnings, 12 infos; 6 annotations left out, because GitHub shows 10 of each kind"
    )
  }
}
