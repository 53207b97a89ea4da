import StatusDiagnostics
import StatusTestSupport
import StatusText
import Testing

@testable import StatusReport

@Suite struct JSONReportTests {
  private let schema: JSONSchema

  init() throws {
    let bytes = try FileBytes.read("\(Project.directory)/schemas/report.schema.json")
    schema = JSONSchema(try JSONValue(parsing: bytes))
  }

  private func report(_ result: CheckResult, _ options: ReportOptions = SampleResult.options) throws
    -> JSONValue
  {
    try JSONValue(parsing: ReportFormat.json.render(result, options))
  }

  @Test func worked() throws {
    var options = SampleResult.options
    options.rules = [
      RuleDescriptor(
        name: "unknown-marker", family: .markers, severity: .error, fix: .unsafe, summary: "s",
        rationale: "r",
        bad: [:], good: [:])
    ]
    let report = try report(SampleResult.worked, options)
    #expect(schema.violations(in: report) == [])
    let summary =
      #"{"files":2,"errors":3,"warnings":1,"infos":0,"fixable":1,"fixed":0,"suppressed":0,"baselined":0,"stale":0,"seconds":0.012}"#
    #expect(try report["summary"] == JSONValue(parsing: Array(summary.utf8)))
    let first = """
      {"rule": "unknown-marker", "family": "markers", "severity": "error",
       "message": "unknown status \\"DOEN\\"; did you mean [COMPLETED]?", "path": "specs/TODO.md",
       "line": 4, "column": 15, "endLine": 4, "endColumn": 21, "task": 12, "phase": null, "related": [],
       "help": null, "fix": {"applicability": "safe", "description": "replace with [COMPLETED]",
       "edits": [{"path": "specs/TODO.md", "start": 42, "end": 48, "replacement": "[COMPLETED]"}]},
       "fingerprint": "\(SampleResult.worked.findings[0].fingerprint)"}
      """
    #expect(try report["findings"]?[0] == JSONValue(parsing: Array(first.utf8)))
    #expect(report["findings"]?[1]?["related"]?[0]?["column"] == 30)
    #expect(
      report["findings"]?[3]?["path"] == JSONValue.null && report["findings"]?[3]?["line"] == JSONValue.null)
    #expect(
      report["tool"]?["version"] == "0.1.0" && report["profile"]?["reason"] == "most entries have task_type")
  }

  @Test func anEmptyResultIsValid() throws {
    let report = try report(SampleResult.result())
    #expect(schema.violations(in: report) == [])
    #expect(report["findings"] == .array([]) && report["summary"]?["files"] == 0)
  }

  @Test func fixedFindingsAreListed() throws {
    var result = SampleResult.worked
    result.fixed = [FixedFinding(result.findings.removeFirst(), start: TextPosition(line: 4, column: 15))]
    result.fixed.append(FixedFinding(SampleResult.finding("next-number", "m", at: nil), start: nil))
    let report = try report(result)
    #expect(schema.violations(in: report) == [])
    #expect(
      report["fixed"]?[0]?["line"] == 4 && report["fixed"]?[0]?["description"] == "replace with [COMPLETED]")
    #expect(report["summary"]?["fixed"] == 2)
  }

  @Test func everyScalarSurvives() throws {
    var text = ""
    for value in (0...0x2100).map(UInt32.init) + [0x2028, 0xFEFF, 0xFFFE, 0xFFFF, 0x1F600, 0xE0041, 0x10FFFF]
    {
      if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
    }
    let result = SampleResult.result([SampleResult.finding("some-rule", text, at: nil)])
    let bytes = try ReportFormat.json.render(result, SampleResult.options)
    let read = try JSONValue(parsing: bytes)["findings"]?[0]?["message"]
    #expect(read == .string(text))
    #expect(String(decoding: bytes, as: UTF8.self).contains(#"\u{E0041}"#) == false)
  }

  @Test func underGitHubActionsTheTextIsTheSame() throws {
    let result = SampleResult.result([SampleResult.finding("some-rule", "\\##[error] ::x", at: nil)])
    var options = SampleResult.options
    options.githubActions = true
    let bytes = try ReportFormat.json.render(result, options)
    #expect(!String(decoding: bytes, as: UTF8.self).contains("##["))
    #expect(try JSONValue(parsing: bytes)["findings"]?[0]?["message"] == "\\##[error] ::x")
  }

  @Test func theSchemaCheckCanFail() throws {
    var text = try SampleResult.text(.json, SampleResult.worked)
    text = text.replacing(#""severity": "warning""#, with: #""severity": "grave", "more": 1"#)
    text = text.replacing(#""endLine": 4,"#, with: #""endLine": 0,"#, maxReplacements: 1)
    text = text.replacing(#""applicability": "safe","#, with: "")
    let violations = schema.violations(in: try JSONValue(parsing: Array(text.utf8)))
    #expect(violations.contains("/findings/2/more: unexpected"))
    #expect(violations.contains { $0.hasPrefix("/findings/2/severity: enum") })
    #expect(violations.contains { $0.hasPrefix("/findings/0/endLine: minimum") })
    #expect(violations.contains { $0.hasPrefix("/findings/0/fix: anyOf") })
    #expect(JSONSchema(try JSONValue(parsing: Array(#"{"oneOf": []}"#.utf8))).violations(in: nil) != [])
  }
}
