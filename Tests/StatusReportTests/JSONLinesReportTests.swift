import StatusDiagnostics
import StatusTestSupport
import StatusText
import Testing

@testable import StatusReport

struct JSONLinesReportTests {
  private let schema: JSONSchema

  init() throws {
    schema = JSONSchema(
      try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/report-line.schema.json")))
  }

  private func lines(_ result: CheckResult) throws -> [JSONValue] {
    let bytes = try ReportFormat.jsonLines.render(result, SampleResult.options)
    return try bytes.split(separator: ASCII.lineFeed).map { try JSONValue(parsing: Array($0)) }
  }

  @Test func everyLineIsAFindingAsInTheWholeReport() throws {
    let lines = try lines(SampleResult.worked)
    let report = try JSONValue(parsing: ReportFormat.json.render(SampleResult.worked, SampleResult.options))
    #expect(lines.count == SampleResult.worked.findings.count)
    for (index, line) in lines.enumerated() {
      guard case .object(var members) = line else { return #expect(Bool(false), "\(line)") }
      #expect(members.removeValue(forKey: "state") == "open")
      #expect(.object(members) == report["findings"]?[index])
    }
  }

  @Test func theStateSaysWhatBecameOfIt() throws {
    let setAside = try lines(SampleResult.setAside)
    #expect(setAside.map { $0["state"] } == ["open", "suppressed", "suppressed", "baselined"])
    #expect(setAside.map { $0["reason"] } == [nil, "a <reason>", .null, nil] as [JSONValue?])
    let stale = try lines(SampleResult.stale)
    #expect(stale.map { $0["state"] } == ["stale"] && stale[0]["severity"] == .null)
    #expect(stale[0]["fingerprint"] == .string(SampleResult.worked.findings[0].fingerprint))
    let fixed = try lines(SampleResult.states[3])
    #expect(
      fixed.allSatisfy { $0["state"] == "fixed" } && fixed[0]["description"] == "replace with [COMPLETED]")
  }

  @Test func everyLineIsValid() throws {
    for result in SampleResult.states {
      for line in try lines(result) { #expect(schema.violations(in: line) == []) }
    }
    #expect(schema.violations(in: ["state": "open"].asValue) != [])
  }

  @Test func aCleanTreeHasNoLine() throws {
    #expect(try ReportFormat.jsonLines.render(SampleResult.result(), SampleResult.options).isEmpty)
  }
}

extension [String: JSONValue] {
  fileprivate var asValue: JSONValue { .object(self) }
}
