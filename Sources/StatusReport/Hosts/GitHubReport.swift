import StatusDiagnostics
import StatusText

/// `github`: workflow commands, which GitHub Actions shows as annotations in the files of a pull request. The last line
/// is for people who read the log.
enum GitHubReport: Report {
  /// How the last line begins.
  static let summaryStart = "statuslint: "

  /// GitHub shows so many annotations of each kind in a step.
  private static let most = 10

  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var buffer = ReportBuffer(capacity: 3 * most * 256)
    var positions = FindingPositions(result.files)
    let place = TreePlace(result)
    var leftOut = 0
    for severity in [Severity.error, .warning, .info] {
      let findings = result.findings.filter { $0.severity == severity }
      for finding in findings.prefix(most) {
        AnnotationCommand(finding, path: finding.location?.path ?? place.path, &positions).write(to: &buffer)
      }
      let stale = severity == .info ? result.stale : []
      for entry in stale.prefix(max(0, most - findings.count)) {
        AnnotationCommand(entry, path: entry.path.isEmpty ? place.path : entry.path).write(to: &buffer)
      }
      leftOut += max(0, findings.count + stale.count - most)
    }
    buffer.write(safe: summaryStart + ReportSummary(result).phrase)
    if leftOut > 0 {
      buffer.write(
        safe: "; \(Counted(leftOut, "annotation")) left out, because GitHub shows \(most) of each kind")
    }
    buffer.endLine()
    return buffer.bytes
  }
}
