import StatusDiagnostics
import StatusText

/// `gitlab`: the array of GitLab's Code Quality, with an object for each finding that counts, and for each one in the baseline
/// that is gone.
enum GitLabReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var json = JSONWriter(capacity: result.findings.count * 320 + 16)
    var positions = FindingPositions(result.files)
    let place = TreePlace(result)
    var fingerprints = UniqueFingerprints()
    let findings = result.findings.map { finding in
      Issue(
        description: finding.message, rule: finding.rule, fingerprint: fingerprints.next(of: finding),
        severity: severity(finding.severity), path: finding.location?.path ?? place.path,
        line: finding.location.map { positions.start(of: $0).line } ?? 1)
    }
    let stale = result.stale.map { entry in
      Issue(
        description: entry.staleMessage, rule: entry.rule, fingerprint: UniqueFingerprints.remark(on: entry),
        severity: severity(.info), path: entry.path.isEmpty ? place.path : entry.path, line: 1)
    }
    json.array(findings + stale) { json, issue in
      json.object { json in
        json.member("description", issue.description)
        json.member("check_name", issue.rule)
        json.member("fingerprint", issue.fingerprint)
        json.member("severity", issue.severity)
        json.object("location") { json in
          json.member("path", issue.path)
          json.object("lines") { $0.member("begin", issue.line) }
        }
      }
    }
    return json.finish()
  }

  /// What GitLab is told about one finding.
  private struct Issue {
    let description: String
    let rule: String
    let fingerprint: String
    let severity: String
    let path: String
    let line: Int
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info, .off: "info"
    }
  }
}
