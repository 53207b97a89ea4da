import StatusDiagnostics

/// `--statistics`: the number of findings of each rule, for people.
package enum StatisticsReport {
  /// One line per rule and severity, `count  severity  rule`, sorted by count, then by name, then by
  /// severity. A rule has several lines if the profile gives its findings different severities. Empty without
  /// findings.
  package static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    let rows = rows(of: result)
    let countWidth = rows.first.map { String($0.count).utf8.count } ?? 0
    let palette = Palette(color: options.color)
    var buffer = ReportBuffer(capacity: rows.count * 48)
    for row in rows {
      let count = String(row.count)
      buffer.write(UInt8(ascii: " "), times: countWidth - count.utf8.count)
      buffer.write(safe: count)
      buffer.write("  ")
      buffer.write(palette.start(row.key.severity))
      buffer.write(safe: row.key.severity.name)
      buffer.write(palette.end)
      buffer.write(UInt8(ascii: " "), times: "warning".utf8.count - row.key.severity.name.utf8.count + 2)
      buffer.write(shown: row.key.rule)
      buffer.endLine()
    }
    return options.githubActions ? WorkflowCommandGuard.guarded(buffer.bytes, in: .text) : buffer.bytes
  }

  private struct Key: Hashable {
    var rule: String
    var severity: Severity
  }

  private static func rows(of result: CheckResult) -> [(key: Key, count: Int)] {
    var counts: [Key: Int] = [:]
    for finding in result.findings {
      counts[Key(rule: finding.rule, severity: finding.severity), default: 0] += 1
    }
    return counts.map { ($0.key, $0.value) }.sorted { left, right in
      if left.1 != right.1 { return left.1 > right.1 }
      if left.0.rule != right.0.rule { return left.0.rule < right.0.rule }
      return left.0.severity > right.0.severity
    }
  }
}
