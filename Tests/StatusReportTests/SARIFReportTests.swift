import Foundation
import StatusDiagnostics
import StatusTestSupport
import StatusText
import Testing

@testable import StatusReport

struct SARIFReportTests {
  private static let rules = ["unknown-marker", "status-mismatch", "missing-state-field", "dependency-cycle"]
    .map {
      RuleDescriptor(
        name: $0, family: .markers, severity: .error, fix: .safe, summary: "Summary.",
        rationale: "Rationale.",
        bad: [:], good: [:])
    }

  private func run(_ result: CheckResult) throws -> JSONValue {
    var options = SampleResult.options
    options.rules = Self.rules
    let report = try JSONValue(parsing: ReportFormat.sarif.render(result, options))
    #expect(report["version"] == "2.1.0" && report["runs"]?[1] == nil)
    return try #require(report["runs"]?[0])
  }

  private func results(_ result: CheckResult) throws -> [JSONValue] {
    guard case .array(let results)? = try run(result)["results"] else { return [] }
    return results
  }

  @Test func worked() throws {
    var worked = SampleResult.worked
    worked.exitCode = 1
    let run = try run(worked)
    let first = """
      {"ruleId": "unknown-marker", "ruleIndex": 0, "level": "error",
       "message": {"text": "unknown status \\"DOEN\\"; did you mean [COMPLETED]?"},
       "locations": [{"physicalLocation": {
         "artifactLocation": {"uri": "specs/TODO.md", "uriBaseId": "%SRCROOT%"},
         "region": {"startLine": 4, "startColumn": 15, "endLine": 4, "endColumn": 21, "byteOffset": 42, "byteLength": 6}}}],
       "partialFingerprints": {"statuslint/v1": "\(SampleResult.worked.findings[0].fingerprint)"},
       "fixes": [{"description": {"text": "replace with [COMPLETED]"}, "artifactChanges": [{
         "artifactLocation": {"uri": "specs/TODO.md", "uriBaseId": "%SRCROOT%"},
         "replacements": [{
           "deletedRegion": {
             "startLine": 4, "startColumn": 15, "endLine": 4, "endColumn": 21, "byteOffset": 42, "byteLength": 6},
           "insertedContent": {"text": "[COMPLETED]"}}]}],
         "properties": {"applicability": "safe"}}],
       "properties": {"task": 12}}
      """
    #expect(try run["results"]?[0] == JSONValue(parsing: Array(first.utf8)))
    #expect(run["results"]?[1]?["relatedLocations"]?[0]?["id"] == 1)
    #expect(run["results"]?[2]?["level"] == "warning")
    // Code scanning insists on a file.
    let tree = run["results"]?[3]?["locations"]?[0]?["physicalLocation"]
    #expect(tree?["artifactLocation"]?["uri"] == "specs/TODO.md" && tree?["region"] == nil)
    #expect(run["invocations"]?[0]?["exitCode"] == 1 && run["columnKind"] == "unicodeCodePoints")
    let rule = run["tool"]?["driver"]?["rules"]?[0]
    #expect(rule?["id"] == "unknown-marker" && rule?["defaultConfiguration"]?["level"] == "error")
    #expect(rule?["fullDescription"]?["text"] == "Summary. Rationale.")
    // The pages of the rules have no address.
    #expect(rule?["helpUri"] == nil && rule?["help"]?["text"] != nil)
  }

  @Test func aCleanTreeHasNoResults() throws {
    let run = try run(SampleResult.result())
    #expect(run["results"] == .array([]) && run["invocations"]?[0]?["exitCode"] == 0)
  }

  @Test func whatDoesNotCountIsMarked() throws {
    var setAside = SampleResult.setAside
    setAside.usesBaseline = true
    let results = try results(setAside)
    #expect(results.map { $0["baselineState"] } == ["new", "new", "new", "unchanged"])
    #expect(results[0]["suppressions"] == .array([]))
    #expect(results[1]["suppressions"]?[0]?["kind"] == "inSource")
    #expect(results[1]["suppressions"]?[0]?["justification"] == "a <reason>")
    let comment = results[1]["suppressions"]?[0]?["location"]?["physicalLocation"]
    #expect(comment?["region"]?["byteLength"] == 6)
    #expect(results[2]["suppressions"]?[0]?["justification"] == nil)
    #expect(results[3]["suppressions"]?[0]?["kind"] == "external")
    #expect(
      try self.results(SampleResult.worked).allSatisfy {
        $0["suppressions"] == nil && $0["baselineState"] == nil
      })
  }

  @Test func aBaselineIsUsedEvenIfNothingIsInIt() throws {
    var result = SampleResult.worked
    result.usesBaseline = true
    #expect(try results(result).allSatisfy { $0["baselineState"] == "new" })
  }

  @Test func whatIsGoneFromABaselineIsANote() throws {
    let entry = Baseline.Entry(SampleResult.worked.findings[0])
    var result = SampleResult.result()
    result.stale = [entry]
    let notes = try run(result)["invocations"]?[0]?["toolExecutionNotifications"]
    #expect(notes?[0]?["level"] == "note" && notes?[0]?["associatedRule"]?["id"] == "unknown-marker")
    #expect(
      notes?[0]?["message"]?["text"]
        == .string("\"\(entry.evidence)\" of task 12 is in the baseline, but is no longer found"))
    #expect(try run(SampleResult.result())["invocations"]?[0]?["toolExecutionNotifications"] == nil)
  }

  @Test func aCheckThatFailedIsNotSuccessful() throws {
    var result = SampleResult.worked
    result.isComplete = false
    result.exitCode = 3
    let invocation = try run(result)["invocations"]?[0]
    #expect(invocation?["executionSuccessful"] == .boolean(false) && invocation?["exitCode"] == 3)
  }

  @Test func pathsAreURIs() throws {
    let path = "a b/ü%:#?.md"
    let finding = SampleResult.finding("unknown-marker", "m", at: Location(path: path, range: .zero))
    let uri = try results(SampleResult.result([finding])).first?["locations"]?[0]?["physicalLocation"]?[
      "artifactLocation"]?[
        "uri"]
    #expect(uri == "a%20b/%C3%BC%25%3A%23%3F.md")
  }

  /// A reader that knows only bytes gives what the edits say.
  @Test func replacementsAreByteExact() throws {
    let before: [UInt8] = Array("a\r\nß\u{FEFF}x\ry".utf8) + [0xFF, 0x0A]
    let edits = [
      TextEdit(ByteRange(0, 1), with: "漢\u{202E}\t"), TextEdit(ByteRange(2, 3), replacement: []),
      TextEdit(ByteRange(5, 5), replacement: [0xFF, 0x00, 0x80, 0x41]),
      TextEdit(ByteRange(11, 12), with: "\"\\"),
    ]
    var finding = SampleResult.finding("unknown-marker", "m", at: Location(path: "a.md", range: .zero))
    finding.fix = Fix(.safe, "d", files: [Fix.FileEdits(path: "a.md", edits: edits)])
    let result = SampleResult.result([finding], files: [SampleResult.file("a.md", before)])
    let replacements = try results(result).first?["fixes"]?[0]?["artifactChanges"]?[0]?["replacements"]
    guard case .array(let items)? = replacements else { return #expect(Bool(false), "no replacements") }
    let read = try items.map { item -> (range: Range<Int>, replacement: [UInt8]) in
      guard case .number(let start)? = item["deletedRegion"]?["byteOffset"],
        case .number(let length)? = item["deletedRegion"]?["byteLength"]
      else { throw CocoaError(.coderReadCorrupt) }
      switch (item["insertedContent"]?["text"], item["insertedContent"]?["binary"]) {
      case (.string(let text)?, nil): return (Int(start)..<Int(start + length), Array(text.utf8))
      case (nil, .string(let text)?):
        return (Int(start)..<Int(start + length), Array(try #require(Data(base64Encoded: text))))
      default: throw CocoaError(.coderReadCorrupt)
      }
    }
    let expected = edits.map { (range: $0.range.indices, replacement: $0.replacement) }
    #expect(PlainEdits.apply(read, to: before) == PlainEdits.apply(expected, to: before))
    #expect(PlainEdits.apply(read, to: before) != nil)
  }

  @Test(arguments: 0...9)
  func base64IsThatOfFoundation(count: Int) {
    let bytes = (0..<count).map { UInt8($0 * 37 % 256) }
    #expect(Base64.encoded(bytes) == Data(bytes).base64EncodedString())
  }
}
