import Glibc
import StatusTestSupport
import Testing

@testable import StatusReport

/// The schemas that CI readers descend from, and two readers, where they lie beside the checkout.
@Suite struct SharedJudgeTests {
  private static let judge = "\(Project.directory)/../shared/tools/reports/validate_report.py"

  /// A Python with the judge's requirements: that of STATUSLINT_REPORT_PYTHON, else `python3`.
  private static let python = getenv("STATUSLINT_REPORT_PYTHON").map { String(cString: $0) } ?? "python3"

  private static let isPresent: Bool = {
    guard access(judge, R_OK) == 0 else { return false }
    return run("'\(python)' -c 'import lxml, xmlschema, junitparser, junit2htmlreport' >/dev/null 2>&1") == 0
  }()

  private static func run(_ command: String) -> CInt {
    let status = system(command)
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : -1
  }

  @Test(
    .enabled(
      if: isPresent, "needs ../shared/tools/reports, and its requirements in STATUSLINT_REPORT_PYTHON"),
    arguments: JUnitSamples.names, [false, true])
  func everyReaderTakesTheSample(name: String, detailAll: Bool) throws {
    var template = Array("/tmp/statuslint-report-XXXXXX".utf8CString)
    let directory = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer { _ = Self.run("rm -r '\(directory)'") }
    var options = SampleResult.options
    options.junitDetailAll = detailAll
    options.githubActions = detailAll
    try FileBytes.write(
      ReportFormat.junit.render(JUnitSamples.result(name), options), to: "\(directory)/report.xml")
    let command = "'\(Self.python)' '\(Self.judge)' '\(directory)/report.xml' >'\(directory)/log' 2>&1"
    let status = Self.run(command)
    let log = String(decoding: try FileBytes.read("\(directory)/log"), as: UTF8.self)
    #expect(status == 0, "\(log)")
  }
}
