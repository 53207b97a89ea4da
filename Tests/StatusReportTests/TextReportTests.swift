import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

@Suite struct TextReportTests {
  @Test func worked() throws {
    #expect(
      try SampleResult.text(.text, SampleResult.worked) == """
        error[unknown-marker]: unknown status "DOEN"; did you mean [COMPLETED]?
         --> specs/TODO.md:4:15
          |
        4 | - **Status**: [DOEN]
          |               ^^^^^^
          = fix: replace with [COMPLETED] (--fix)

        error[status-mismatch]: TODO.md says "DOEN", state.json says "completed"
         --> specs/TODO.md:4:15
          |
        4 | - **Status**: [DOEN]
          |               ^^^^^^
        note: state.json says "completed"
         --> specs/state.json:3:30
          |
        3 |     {"number": 12, "status": "completed"}
          |                              -----------
          = help: run statuslint update 12 --status completed

        warning[missing-state-field]: no "title"
         --> specs/state.json:3:5
          |
        3 |     {"number": 12, "status": "completed"}
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ to line 4

        error[dependency-cycle]: tasks 1 and 2 need each other

        profile opencode: most entries have task_type
        3 errors, 1 warning in 2 files; 1 fixable with --fix (2 files, 12 ms)

        """)
  }

  @Test(arguments: [(8, 8), (9, 5), (400, 5)]) func manyPlacesAreNotAllShown(count: Int, shown: Int) throws {
    let place = Location(path: "specs/TODO.md", range: .zero)
    let related = (0..<count).map { RelatedLocation(place, "box \($0)") }
    let finding = Finding(
      rule: "unchecked-work", subject: .plan, message: "open boxes", at: nil, related: related)
    let file = SampleResult.file("specs/TODO.md", "text\n")
    let report = try SampleResult.text(.text, SampleResult.result([finding], files: [file]))
    let lines = report.split(separator: "\n")
    #expect(lines.count { $0.hasPrefix("note: box") } == shown)
    #expect(
      lines.contains { $0.hasSuffix("= note: \(count - shown) more places are in --format json") }
        == (count > shown))
  }

  @Test func aCleanRunSaysSo() throws {
    let files = (0..<41).map { SampleResult.file("specs/\($0).md", "") }
    #expect(
      try SampleResult.text(.text, SampleResult.result(files: files, seconds: 0.012))
        == "profile opencode: by default\nno findings (41 files, 12 ms)\n")
    #expect(
      try SampleResult.text(.text, SampleResult.result())
        == "profile opencode: by default\nno findings (0 files, 0 ms)\n")
  }

  @Test(arguments: [
    ([Severity.error], 0.0, "1 error in 1 file (1 file, 0 ms)"),
    ([.error, .error, .info], 0.9994, "2 errors, 1 info in 1 file (1 file, 999 ms)"),
    ([.warning, .info, .info], 1.25, "1 warning, 2 infos in 1 file (1 file, 1.3 s)"),
    ([.warning], -3, "1 warning in 1 file (1 file, 0 ms)"),
    ([.warning], .nan, "1 warning in 1 file (1 file, 0 ms)"),
  ])
  func countsArePluralised(severities: [Severity], seconds: Double, expected: String) throws {
    let location = Location(path: "a.md", range: .zero)
    let findings = severities.map { SampleResult.finding("some-rule", "m", at: location, severity: $0) }
    let result = SampleResult.result(findings, files: [SampleResult.file("a.md", "x")], seconds: seconds)
    #expect(try SampleResult.text(.text, result).split(separator: "\n").last.map(String.init) == expected)
  }

  @Test func twoRunsAreTheSameWithASourceDate() throws {
    var options = SampleResult.options
    options.reproducible = true
    var later = SampleResult.worked
    later.seconds = 7
    for format in ReportFormat.allCases {
      #expect(try format.render(SampleResult.worked, options) == format.render(later, options))
    }
  }

  @Test func pathsAreShownAsAsked() throws {
    var options = SampleResult.options
    options.shownPath = { "../" + $0 }
    let text = try SampleResult.text(.text, SampleResult.worked, options)
    #expect(text.contains(" --> ../specs/TODO.md:4:15\n") && text.contains(" --> ../specs/state.json:3:30\n"))
  }

  @Test func colorsOnlyOnRequest() throws {
    #expect(try !SampleResult.text(.text, SampleResult.worked).contains("\u{1B}"))
    var options = SampleResult.options
    options.color = true
    let colored = try SampleResult.text(.text, SampleResult.worked, options)
    #expect(colored.hasPrefix("\u{1B}[1;31merror[unknown-marker]\u{1B}[0m: \u{1B}[1munknown"))
    // Without its colors it is the plain report.
    let plain = colored.split(separator: "\u{1B}[", omittingEmptySubsequences: false)
      .enumerated().map { $0 == 0 ? $1 : $1.drop { $0 != "m" }.dropFirst() }.joined()
    #expect(try plain == SampleResult.text(.text, SampleResult.worked))
  }

  @Test func widthCutsExcerpts() throws {
    let line = String(repeating: "word ", count: 60) + "[X]"
    let location = SampleResult.location(of: "[X]", in: line, path: "a.md")
    let result = SampleResult.result(
      [SampleResult.finding("some-rule", "m", at: location)], files: [SampleResult.file("a.md", line)])
    var options = SampleResult.options
    options.width = 60
    let excerpt = try SampleResult.text(.text, result, options).split(separator: "\n")[3...4]
    #expect(excerpt.allSatisfy { $0.count <= 60 } && excerpt.contains { $0.count > 57 })
    options.width = 1
    #expect(try SampleResult.text(.text, result, options).contains("[X]"))
  }

  @Test func theGutterHoldsTheLargestLineNumber() throws {
    let text = String(repeating: "\n", count: 99) + "last"
    var finding = SampleResult.finding("some-rule", "m", at: Location(path: "a.md", range: ByteRange(0, 0)))
    finding.related = [RelatedLocation(SampleResult.location(of: "last", in: text, path: "a.md"), "there")]
    let result = SampleResult.result([finding], files: [SampleResult.file("a.md", text)])
    #expect(
      try SampleResult.text(.text, result).hasPrefix(
        """
        error[some-rule]: m
           --> a.md:1:1
            |
          1 |
            | ^
        note: there
           --> a.md:100:1
            |
        100 | last
            | ----

        """))
  }

  @Test func everyFixSaysWhatItDoesAndByWhichOption() throws {
    let location = Location(path: "a.md", range: ByteRange(0, 3))
    var finding = SampleResult.finding("some-rule", "m", at: location)
    finding.help = "a task takes [X] or [Y]"
    finding.fix = Fix(.unsafe, "replace with [X]", at: location, with: "[X]")
    let files = [SampleResult.file("a.md", "one")]
    #expect(
      try SampleResult.text(.text, SampleResult.result([finding], files: files)).contains(
        "  = help: a task takes [X] or [Y]\n  = fix: replace with [X] (--fix --unsafe-fixes)\n"))
    finding.fix?.applicability = .safe
    #expect(
      try SampleResult.text(.text, SampleResult.result([finding], files: files)).contains(
        "  = fix: replace with [X] (--fix)\n"))
  }

  @Test func findingsOfOneTaskStandTogether() throws {
    func finding(_ path: String, _ message: String, task: Int?) -> Finding {
      var finding = SampleResult.finding("some-rule", message, at: Location(path: path, range: .zero))
      finding.task = task
      return finding
    }
    let findings = [
      finding("a/007_x/plans/1.md", "first", task: 7), finding("a/TODO.md", "second", task: 3),
      finding("a/TODO.md", "third", task: nil), finding("a/TODO.md", "fourth", task: 7),
      finding("b/TODO.md", "fifth", task: 7), finding("b/state.json", "sixth", task: 3),
    ]
    var result = SampleResult.result(findings)
    func order() throws -> [String] {
      try SampleResult.text(.text, result).split(separator: "\n").filter { $0.hasPrefix("error") }
        .map { String($0.drop { $0 != " " }.dropFirst()) }
    }
    result.trees = ["a", "b"].map { CheckedTree(root: $0, profile: "p", profileReason: "r") }
    #expect(try order() == ["first", "fourth", "second", "third", "fifth", "sixth"])
    #expect(try SampleResult.text(.text, result).contains("\na: profile p: r\nb: profile p: r\n"))
  }

  @Test func aRangeThatEndsItsLineStaysOnIt() throws {
    let finding = SampleResult.finding("some-rule", "m", at: Location(path: "a.md", range: ByteRange(0, 4)))
    let result = SampleResult.result([finding], files: [SampleResult.file("a.md", "one\r\ntwo")])
    #expect(try SampleResult.text(.text, result).contains("  | ^^^\n"))
  }

  @Test func placesThatAreNotThereAreShownWithoutExcerpt() throws {
    let places = [
      Location(path: "absent.md", range: ByteRange(5, 9)), Location(path: "empty.md", range: ByteRange(5, 9)),
      Location(path: "short.md", range: ByteRange(500, 900)),
    ]
    let findings = places.map { SampleResult.finding("some-rule", "m", at: $0) }
    let files = [SampleResult.file("empty.md", ""), SampleResult.file("short.md", "abc")]
    let text = try SampleResult.text(.text, SampleResult.result(findings, files: files))
    #expect(text.contains(" --> absent.md:1:1\n\n") && text.contains(" --> empty.md:1:1\n\n"))
    #expect(text.contains(" --> short.md:1:4\n  |\n1 | abc\n  |    ^\n"))
  }
}
