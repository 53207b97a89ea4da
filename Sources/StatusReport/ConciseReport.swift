import StatusDiagnostics

/// `concise`: one line per finding, `path:line:column: severity: message [rule]`. Fixed findings follow,
/// marked `fixed:` where editors do not expect a severity, then suppressed ones if they are to be listed.
enum ConciseReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var positions = FindingPositions(result.files)
    var paths = ShownPaths(options.shownPath)
    var buffer = ReportBuffer(capacity: result.findings.count * 160)
    for finding in result.findings {
      let position = finding.location.map { positions.start(of: $0) }
      let path = finding.location.map { paths.shown($0.path) }
      FindingLine(finding, path: path, position: position).write(to: &buffer)
      buffer.endLine()
    }
    for fixed in result.fixed {
      let path = fixed.finding.location.map { paths.shown($0.path) }
      FindingLine(fixed.finding, path: path, position: fixed.start).write(to: &buffer, state: "fixed: ")
      buffer.endLine()
    }
    for (finding, _) in result.listedSuppressions {
      let position = finding.location.map { positions.start(of: $0) }
      let path = finding.location.map { paths.shown($0.path) }
      FindingLine(finding, path: path, position: position).write(to: &buffer, state: "suppressed: ")
      buffer.endLine()
    }
    for entry in result.stale {
      StaleLine(entry, path: paths.shown(entry.path)).write(to: &buffer, state: "stale: ")
      buffer.write(" [")
      buffer.write(shown: entry.rule)
      buffer.write("]")
      buffer.endLine()
    }
    return buffer.bytes
  }
}
