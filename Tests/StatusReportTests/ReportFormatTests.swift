import StatusDiagnostics
import StatusText
import Testing

@testable import StatusReport

/// What holds for every format.
struct ReportFormatTests {
  @Test func everyFormatHasItsNameAlone() {
    let names = ReportFormat.allCases.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(
      names.allSatisfy { ReportFormat(rawValue: $0)?.name == $0 } && ReportFormat(rawValue: "xml") == nil)
  }

  /// `--report` replaces the report of the run before, whatever was found in it.
  @Test(arguments: ReportFormat.allCases)
  func aReportIsKnownAsOne(format: ReportFormat) throws {
    for result in SampleResult.states {
      let bytes = try format.render(result, SampleResult.options)
      #expect(bytes.isEmpty || EarlierReport.begins(with: Array(bytes.prefix(EarlierReport.length))))
    }
  }

  @Test(arguments: [
    "# TODO\n", "{\"tool\": 1}", "[\n  1\n]\n", "<?xml version=\"1.0\"?>\n<project/>", "- a list\n",
    "::set-output x",
    "<!-- a comment -->\n", "[]", "statuslint\n",
  ])
  func anotherFileIsNone(text: String) { #expect(!EarlierReport.begins(with: Array(text.utf8))) }

  @Test(arguments: ReportFormat.allCases)
  func aReportEndsItsLastLine(format: ReportFormat) throws {
    for result in SampleResult.states {
      let bytes = try format.render(result, SampleResult.options)
      #expect(bytes.isEmpty || bytes.last == ASCII.lineFeed)
    }
  }
}
