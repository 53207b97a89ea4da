import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

/// What reports say about fixes, made or possible.
struct FixReportTests {
  private static func finding(_ applicability: Fix.Applicability?, _ path: String? = "a.md") -> Finding {
    let place = Location(path: path ?? "a.md", range: .zero)
    var finding = SampleResult.finding("some-rule", "\"m\" is wrong", at: path.map { _ in place })
    finding.fix = applicability.map { Fix($0, "remove m", at: place, with: "") }
    return finding
  }

  private static func result(
    _ applicabilities: [Fix.Applicability?], fixed: Int = 0, onlyFixed: Bool = false
  ) -> CheckResult {
    var result = SampleResult.result(
      applicabilities.map { finding($0) }, files: [SampleResult.file("a.md", "m")])
    result.fixed = (0..<fixed).map {
      FixedFinding(finding(.safe), start: TextPosition(line: $0 + 3, column: 2))
    }
    result.showsOnlyFixed = onlyFixed
    return result
  }

  @Test(
    arguments: [
      (result([nil]), "1 error in 1 file"),
      (result([.safe, nil]), "2 errors in 1 file; 1 fixable with --fix"),
      (
        result([.safe, .unsafe, .unsafe]),
        "3 errors in 1 file; 1 fixable with --fix, 2 more with --unsafe-fixes"
      ),
      (result([.unsafe]), "1 error in 1 file; 1 fixable with --fix --unsafe-fixes"),
      (result([nil], fixed: 2), "1 error in 1 file; 2 fixed"),
      (result([.unsafe], fixed: 1), "1 error in 1 file; 1 fixed; 1 more with --unsafe-fixes"),
      (result([], fixed: 1), "no findings; 1 fixed"),
      (result([], fixed: 1, onlyFixed: true), "1 fixed"), (result([], onlyFixed: true), "nothing fixed"),
    ])
  func theLastLine(result: CheckResult, phrase: String) throws {
    #expect(ReportSummary(result).phrase == phrase)
    #expect(
      try SampleResult.text(.text, result).split(separator: "\n").last.map(String.init)
        == "\(phrase) (1 file, 0 ms)")
  }

  @Test func textAndConciseListWhatWasFixed() throws {
    var result = Self.result([nil], fixed: 2)
    result.fixed.append(FixedFinding(Self.finding(.safe, nil), start: nil))
    #expect(
      try SampleResult.text(.text, result).hasSuffix(
        """
        fixed[some-rule]: a.md:3:2: "m" is wrong
        fixed[some-rule]: a.md:4:2: "m" is wrong
        fixed[some-rule]: (tree): "m" is wrong

        profile opencode: by default
        1 error in 1 file; 3 fixed (1 file, 0 ms)

        """))
    #expect(
      try SampleResult.text(.concise, result) == """
        a.md:1:1: error: "m" is wrong [some-rule]
        a.md:3:2: fixed: error: "m" is wrong [some-rule]
        a.md:4:2: fixed: error: "m" is wrong [some-rule]
        (tree): fixed: error: "m" is wrong [some-rule]

        """)
  }
}
