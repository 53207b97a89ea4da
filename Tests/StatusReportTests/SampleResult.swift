import StatusDiagnostics
import StatusText

@testable import StatusReport

/// Results as the engine returns them, made for tests.
enum SampleResult {
  /// Where the files below stand.
  static let todoPath = "specs/TODO.md"
  static let statePath = "specs/state.json"

  static let todo = "# TODO\n\n### 12. Parse dates\n- **Status**: [DOEN]\n- **Started**: 2026-01-15\n"
  static let state = "{\n  \"tasks\": [\n    {\"number\": 12, \"status\": \"completed\"}\n  ]\n}\n"

  /// The bytes of the first `text` in `source`.
  static func location(of text: String, in source: String, path: String) -> Location {
    let bytes = Array(source.utf8)
    let sought = Array(text.utf8)
    let start = (0...bytes.count - sought.count).first { bytes[$0..<$0 + sought.count].elementsEqual(sought) }
    return Location(path: path, range: ByteRange(start ?? 0, (start ?? 0) + sought.count))
  }

  /// A file that was parsed.
  static func file(_ path: String, _ bytes: [UInt8], rules: [String] = []) -> CheckedFile {
    CheckedFile(path: path, outcome: .parsed, source: SourceText(path: path, bytes: bytes), rules: rules)
  }

  /// A file that was parsed.
  static func file(_ path: String, _ text: String, rules: [String] = []) -> CheckedFile {
    file(path, Array(text.utf8), rules: rules)
  }

  /// A finding of `rule`, with its severity.
  static func finding(
    _ rule: String, _ message: String, at location: Location?, severity: Severity = .error
  ) -> Finding {
    var finding = Finding(rule: rule, subject: .file, message: message, at: location)
    finding.severity = severity
    return finding
  }

  /// Two files and four findings: with a fix, with a related place, a range over lines, and of the tree.
  static var worked: CheckResult {
    let marker = location(of: "[DOEN]", in: todo, path: todoPath)
    var unknown = finding("unknown-marker", "unknown status \"DOEN\"; did you mean [COMPLETED]?", at: marker)
    unknown.task = 12
    unknown.fix = Fix(.safe, "replace with [COMPLETED]", at: marker, with: "[COMPLETED]")
    var mismatch = finding(
      "status-mismatch", "TODO.md says \"DOEN\", state.json says \"completed\"", at: marker)
    mismatch.task = 12
    mismatch.related = [
      RelatedLocation(
        location(of: "\"completed\"", in: state, path: statePath), "state.json says \"completed\"")
    ]
    mismatch.help = "run statuslint update 12 --status completed"
    let body = location(of: "{\"number\": 12, \"status\": \"completed\"}\n  ]", in: state, path: statePath)
    let field = finding("missing-state-field", "no \"title\"", at: body, severity: .warning)
    let tree = finding("dependency-cycle", "tasks 1 and 2 need each other", at: nil)
    return CheckResult(
      trees: [CheckedTree(root: "specs", profile: "opencode", profileReason: "most entries have task_type")],
      findings: [unknown, mismatch, field, tree],
      files: [
        file(todoPath, todo, rules: ["timestamp-order", "unknown-marker"]),
        file(statePath, state, rules: ["missing-state-field", "status-mismatch"]),
      ], failOn: .warning, seconds: 0.0124)
  }

  /// Results of every kind: with findings, clean, without a file, with fixed findings alone, with findings that do not
  /// count, with findings of a baseline that are gone.
  static var states: [CheckResult] {
    var fixed = worked
    fixed.fixed = fixed.findings.map {
      FixedFinding($0, start: $0.location.map { _ in TextPosition(line: 4, column: 15) })
    }
    fixed.findings = []
    fixed.showsOnlyFixed = true
    return [worked, result(files: worked.files), result(), fixed, setAside, stale]
  }

  /// Nothing is found, and the baseline contains the first finding of `worked`.
  static var stale: CheckResult {
    var result = result(files: worked.files)
    result.usesBaseline = true
    result.stale = [Baseline.Entry(worked.findings[0])]
    return result
  }

  /// Of the findings of `worked`, the first is suppressed with a reason, the second without one, the third is in the
  /// baseline, and the last counts.
  static var setAside: CheckResult {
    var result = worked
    let comment = Location(path: todoPath, range: ByteRange(0, 6))
    result.setAside = [
      SetAsideFinding(result.findings[0], .suppressed(at: comment, reason: "a <reason>")),
      SetAsideFinding(result.findings[1], .suppressed(at: comment, reason: nil)),
      SetAsideFinding(result.findings[2], .baselined),
    ]
    result.findings.removeFirst(3)
    return result
  }

  /// A run over `files` that found `findings`.
  static func result(
    _ findings: [Finding] = [], files: [CheckedFile] = [], failOn: Severity? = .warning, seconds: Double = 0
  ) -> CheckResult {
    CheckResult(
      trees: [CheckedTree(root: "specs", profile: "opencode", profileReason: "by default")],
      findings: findings, files: files, failOn: failOn,
      seconds: seconds)
  }

  /// Plain options of a fixed moment.
  static var options: ReportOptions { ReportOptions(toolVersion: "0.1.0", timestamp: 1_768_469_400) }

  /// A report as text.
  static func text(
    _ format: ReportFormat, _ result: CheckResult, _ options: ReportOptions = options
  ) throws -> String {
    String(decoding: try format.render(result, options), as: UTF8.self)
  }
}
