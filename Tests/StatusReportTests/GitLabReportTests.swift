import StatusDiagnostics
import StatusTestSupport
import StatusText
import Testing

@testable import StatusReport

/// What GitLab documents about its Code Quality reports. Its own schema (codeclimate.json) asks for less: it does not need
/// `check_name`, and takes any severity.
struct GitLabReportTests {
  private static let schema = """
    {"type": "array", "items": {
      "type": "object", "required": ["description", "check_name", "fingerprint", "severity", "location"],
      "properties": {
        "description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "minLength": 1},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {"type": "object", "required": ["path", "lines"], "properties": {
          "path": {"type": "string", "pattern": "^[^./]"},
          "lines": {"type": "object", "required": ["begin"], "properties": {
            "begin": {"type": "integer", "minimum": 1}}}}}}}}
    """

  private func report(_ result: CheckResult) throws -> [JSONValue] {
    let value = try JSONValue(parsing: ReportFormat.gitlab.render(result, SampleResult.options))
    #expect(JSONSchema(try JSONValue(parsing: Array(Self.schema.utf8))).violations(in: value) == [])
    guard case .array(let issues) = value else { return [] }
    return issues
  }

  @Test func worked() throws {
    let issues = try report(SampleResult.worked)
    let fingerprint = SampleResult.worked.findings[0].fingerprint
    let first = """
      {"description": "unknown status \\"DOEN\\"; did you mean [COMPLETED]?", "check_name": "unknown-marker",
       "fingerprint": "\(fingerprint)", "severity": "major",
       "location": {"path": "specs/TODO.md", "lines": {"begin": 4}}}
      """
    #expect(try issues.first == JSONValue(parsing: Array(first.utf8)))
    #expect(issues.map { $0["severity"] } == ["major", "major", "minor", "major"])
    // GitLab insists on a file.
    #expect(issues.last?["location"]?["path"] == "specs/TODO.md")
  }

  @Test func aFindingThatIsGoneFromTheBaselineIsAnInfo() throws {
    let issues = try report(SampleResult.stale)
    #expect(issues.map { $0["severity"] } == ["info"] && issues[0]["check_name"] == "unknown-marker")
    #expect(issues[0]["location"]?["path"] == "specs/TODO.md")
    #expect(issues[0]["fingerprint"] != .string(SampleResult.stale.stale[0].fingerprint))
  }

  @Test func aCleanTreeIsAnEmptyArray() throws {
    #expect(try SampleResult.text(.gitlab, SampleResult.result()) == "[]\n")
  }

  @Test func onlyFindingsThatCountAreThere() throws {
    #expect(try report(SampleResult.setAside).map { $0["check_name"] } == ["dependency-cycle"])
  }

  @Test func equalFindingsHaveDifferentFingerprintsThatStay() throws {
    let finding = SampleResult.finding("some-rule", "m", at: Location(path: "a.md", range: .zero))
    let three = try report(SampleResult.result([finding, finding, finding])).map { $0["fingerprint"] }
    let two = try report(SampleResult.result([finding, finding])).map { $0["fingerprint"] }
    #expect(Set(three).count == 3 && Array(three.prefix(2)) == two)
    #expect(three.first == .string(finding.fingerprint))
  }
}
