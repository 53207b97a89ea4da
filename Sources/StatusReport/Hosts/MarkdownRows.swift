import StatusDiagnostics
import StatusText

/// The rows of the table in a comment.
struct MarkdownRows {
  private var positions: FindingPositions
  private let pathBytes: @Sendable (String) -> [UInt8]

  /// The rows of the findings of `result`.
  init(_ result: CheckResult, _ options: ReportOptions) {
    positions = FindingPositions(result.files)
    pathBytes = options.pathBytes
  }

  /// The row with that index: first come the open `findings`, then the fixed ones and the stale ones of `result`.
  mutating func row(of index: Int, _ findings: [Finding], _ result: CheckResult) -> [UInt8] {
    if index < findings.count { return row(of: findings[index]) }
    let rest = index - findings.count
    if rest < result.fixed.count { return row(of: result.fixed[rest]) }
    return row(of: result.stale[rest - result.fixed.count])
  }

  /// The row of an open finding, with its line end.
  private mutating func row(of finding: Finding) -> [UInt8] {
    row(of: finding, state: finding.severity.name, start: finding.location.map { positions.start(of: $0) })
  }

  /// The row of a fixed finding, with its line end.
  private mutating func row(of fixed: FixedFinding) -> [UInt8] {
    row(of: fixed.finding, state: "fixed", start: fixed.start)
  }

  /// The row of a finding of the baseline that is gone, with its line end.
  private func row(of entry: Baseline.Entry) -> [UInt8] {
    row(
      state: "stale", task: entry.task, message: entry.staleMessage, path: entry.path, start: nil,
      rule: entry.rule)
  }

  private func row(of finding: Finding, state: String, start: TextPosition?) -> [UInt8] {
    row(
      state: state, task: finding.task, message: finding.message, path: finding.location?.path, start: start,
      rule: finding.rule)
  }

  private func row(
    state: String, task: Int?, message: String, path: String?, start: TextPosition?, rule: String
  ) -> [UInt8] {
    var row = ReportBuffer(capacity: 320)
    row.write("| ")
    row.write(safe: state)
    row.write(" | ")
    if let task { row.write(task) }
    row.write(" | ")
    row.write(bytes: InertMarkdown.escaped(message))
    row.write(" | ")
    writePlace(path, start, to: &row)
    row.write(" | ")
    row.write(bytes: InertMarkdown.escaped(rule))
    row.write(" |\n")
    return row.bytes
  }

  /// A link from the repository root to the line.
  private func writePlace(_ path: String?, _ start: TextPosition?, to row: inout ReportBuffer) {
    guard let path else { return }
    row.write("[")
    row.write(bytes: InertMarkdown.escaped(path))
    if let start { row.write(safe: ":\(start.line)") }
    row.write("](")
    row.write(bytes: RelativeURI.escaped(pathBytes(path)))
    if let start { row.write(safe: "#L\(start.line)") }
    row.write(")")
  }
}
