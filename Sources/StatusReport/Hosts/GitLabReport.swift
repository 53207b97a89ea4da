import StatusDiagnostics
import StatusText

/// `gitlab`: the array of GitLab's Code Quality, with an object for each finding that counts.
enum GitLabReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var json = JSONWriter(capacity: result.findings.count * 320 + 16)
    var positions = FindingPositions(result.files)
    let place = TreePlace(result)
    var fingerprints = UniqueFingerprints()
    json.array(result.findings) { json, finding in
      json.object { json in
        json.member("description", finding.message)
        json.member("check_name", finding.rule)
        json.member("fingerprint", fingerprints.next(of: finding))
        json.member("severity", severity(finding.severity))
        json.object("location") { json in
          json.member("path", finding.location?.path ?? place.path)
          json.object("lines") {
            $0.member("begin", finding.location.map { positions.start(of: $0).line } ?? 1)
          }
        }
      }
    }
    return json.finish()
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .info, .off: "info"
    }
  }
}
