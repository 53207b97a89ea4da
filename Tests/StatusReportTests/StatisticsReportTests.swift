import StatusDiagnostics
import Testing

@testable import StatusReport

@Suite struct StatisticsReportTests {
  private func text(_ findings: [Finding]) -> String {
    String(
      decoding: StatisticsReport.render(SampleResult.result(findings), SampleResult.options), as: UTF8.self)
  }

  @Test func theMostFrequentComesFirst() {
    func times(_ count: Int, _ rule: String, _ severity: Severity) -> [Finding] {
      (0..<count).map { _ in SampleResult.finding(rule, "m", at: nil, severity: severity) }
    }
    let findings =
      times(2, "name-mismatch", .warning) + times(12, "unknown-marker", .error)
      + times(2, "empty-artifact", .error) + times(2, "missing-reason", .info)
      + times(2, "missing-reason", .error)
    #expect(
      text(findings) == """
        12  error    unknown-marker
         2  error    empty-artifact
         2  error    missing-reason
         2  info     missing-reason
         2  warning  name-mismatch

        """)
  }

  @Test func nothingToCountIsNothing() {
    #expect(text([]).isEmpty)
  }
}
