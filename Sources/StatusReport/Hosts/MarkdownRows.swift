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

  /// The row of an open finding, with its line end.
  mutating func row(of finding: Finding) -> [UInt8] {
    row(of: finding, state: finding.severity.name, start: finding.location.map { positions.start(of: $0) })
  }

  /// The row of a fixed finding, with its line end.
  mutating func row(of fixed: FixedFinding) -> [UInt8] {
    row(of: fixed.finding, state: "fixed", start: fixed.start)
  }

  private func row(of finding: Finding, state: String, start: TextPosition?) -> [UInt8] {
    var row = ReportBuffer(capacity: 320)
    row.write("| ")
    row.write(safe: state)
    row.write(" | ")
    if let task = finding.task { row.write(task) }
    row.write(" | ")
    row.write(bytes: InertMarkdown.escaped(finding.message))
    row.write(" | ")
    writePlace(of: finding, start, to: &row)
    row.write(" | ")
    row.write(bytes: InertMarkdown.escaped(finding.rule))
    row.write(" |\n")
    return row.bytes
  }

  /// A link from the repository root to the line.
  private func writePlace(of finding: Finding, _ start: TextPosition?, to row: inout ReportBuffer) {
    guard let path = finding.location?.path else { return }
    row.write("[")
    row.write(bytes: InertMarkdown.escaped(path))
    if let start { row.write(safe: ":\(start.line)") }
    row.write("](")
    row.write(bytes: RelativeURI.escaped(pathBytes(path)))
    if let start { row.write(safe: "#L\(start.line)") }
    row.write(")")
  }
}
