import StatusDiagnostics
import StatusText

/// `json`: one object with everything about a check, as in `schemas/report.schema.json`.
///
/// Every member is always present, and null if it has no value; only `suppressed` and `stale` are left out where there is nothing to
/// list. Paths are relative to the repository root.
enum JSONReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var json = JSONWriter(capacity: result.findings.count * 768 + 1024)
    json.object { write(result, options, to: &$0) }
    return json.finish()
  }

  /// Writes the members of the object.
  static func write(_ result: CheckResult, _ options: ReportOptions, to json: inout JSONWriter) {
    let families = options.families
    var positions = FindingPositions(result.files)
    json.object("tool") { json in
      json.member("name", "statuslint")
      json.member("version", options.toolVersion)
    }
    json.object("profile") { json in
      json.member("name", result.profile)
      json.member("reason", result.profileReason)
    }
    write(ReportSummary(result), of: result, options, to: &json)
    json.array("findings", result.findings) { json, finding in
      json.object { JSONFinding(finding, families).write(&positions, to: &$0) }
    }
    if result.showsSuppressed {
      json.array("suppressed", result.listedSuppressions) { json, suppressed in
        json.object { json in
          JSONFinding(suppressed.finding, families).write(&positions, to: &json)
          json.member("reason", suppressed.reason)
        }
      }
    }
    if !result.stale.isEmpty { json.array("stale", result.stale) { $0.object($1.write) } }
    json.array("fixed", result.fixed) { json, fixed in
      json.object { JSONFinding(fixed.finding, families).writeFixed(at: fixed.start, to: &$0) }
    }
  }

  private static func write(
    _ summary: ReportSummary, of result: CheckResult, _ options: ReportOptions, to json: inout JSONWriter
  ) {
    let time = ElapsedTime(seconds: result.seconds, reproducible: options.reproducible)
    json.object("summary") { json in
      json.member("files", summary.files)
      json.member("errors", summary.errors)
      json.member("warnings", summary.warnings)
      json.member("infos", summary.infos)
      json.member("fixable", summary.fixable)
      json.member("fixed", summary.fixed)
      json.member("suppressed", summary.suppressed)
      json.member("baselined", summary.baselined)
      json.member("stale", summary.stale)
      json.member("seconds", number: time.decimalSeconds)
    }
  }
}
