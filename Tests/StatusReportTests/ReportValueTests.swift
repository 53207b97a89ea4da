import StatusDiagnostics
import Testing

@testable import StatusReport

@Suite struct ReportValueTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00"), (951_782_399, "2000-02-28T23:59:59"), (951_782_400, "2000-02-29T00:00:00"),
    (1_768_469_400, "2026-01-15T09:30:00"), (4_107_542_399, "2100-02-28T23:59:59"),
    (4_107_542_400, "2100-03-01T00:00:00"), (253_402_300_799, "9999-12-31T23:59:59"),
    (.max, "9999-12-31T23:59:59"), (.min, "1970-01-01T00:00:00"),
  ])
  func timestamps(seconds: Int, expected: String) {
    #expect(UTCTimestamp(secondsSince1970: seconds).description == expected)
  }

  @Test(arguments: [
    (0.0, "0.000", "0 ms"), (0.0005, "0.001", "1 ms"), (0.0124, "0.012", "12 ms"),
    (61.05, "61.050", "61.1 s"),
    (.infinity, "0.000", "0 ms"), (-1, "0.000", "0 ms"),
  ])
  func times(seconds: Double, decimal: String, phrase: String) {
    let time = ElapsedTime(seconds: seconds, reproducible: false)
    #expect(time.decimalSeconds == decimal && time.phrase == phrase)
    #expect(ElapsedTime(seconds: seconds, reproducible: true).decimalSeconds == "0.000")
  }

  @Test func summaries() {
    var result = SampleResult.worked
    result.fixed = [FixedFinding(SampleResult.finding("some-rule", "m", at: nil), start: nil)]
    let summary = ReportSummary(result)
    #expect(
      summary.files == 2 && summary.filesWithFindings == 2 && summary.fixable == 1 && summary.fixed == 1)
    #expect(summary.errors == 3 && summary.warnings == 1 && summary.infos == 0)
    #expect(ReportSummary(SampleResult.result([SampleResult.finding("r", "m", at: nil)])).phrase == "1 error")
  }

  @Test(
    arguments: [
      (0x41, 1), (0x301, 0), (0x6F22, 2), (0x2705, 2), (0xFF21, 2), (0x1F600, 2), (0x200D, 0), (0xFE0F, 0),
      (0xE9, 1),
      (0x302A, 0), (0x3040, 1), (0x3FFFD, 2), (0x3FFFE, 1), (0x1100, 2), (0x1161, 0), (0x2713, 1),
    ] as [(UInt32, Int)])
  func widths(scalar: UInt32, columns: Int) {
    #expect(DisplayWidth.columns(of: scalar) == columns)
  }
}
