import StatusDiagnostics
import StatusText

/// `markdown`: a comment for a pull request. A line of counts, then a table of the findings, those of a task together.
enum MarkdownReport: Report {
  /// The first line. It is invisible, and a script that renews its comment finds the comment by it.
  static let title = "<!-- statuslint report -->"

  /// GitHub takes comments of 65,536 characters; so much is left for what others add.
  private static let limit = 60_000
  /// Room for the note about rows that are left out.
  private static let noteRoom = 200

  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var buffer = ReportBuffer(capacity: min(limit, result.findings.count * 320 + 512))
    buffer.write(safe: "\(title)\n")
    writeCounts(result, to: &buffer)
    var rows = MarkdownRows(result, options)
    let findings = FindingGroups.byTask(result)
    let count = findings.count + result.fixed.count + result.stale.count
    guard count > 0 else { return buffer.bytes }
    buffer.write("\n| severity | task | finding | place | rule |\n|---|---|---|---|---|\n")
    for index in 0..<count {
      let row = rows.row(of: index, findings, result)
      guard buffer.bytes.count + row.count <= limit - noteRoom else {
        buffer.write(safe: "\n\(count - index) of \(Counted(count, "row")) left out.")
        buffer.write(" Run `statuslint check` to see all findings.\n")
        break
      }
      buffer.write(bytes: row)
    }
    return buffer.bytes
  }

  private static func writeCounts(_ result: CheckResult, to buffer: inout ReportBuffer) {
    let summary = ReportSummary(result)
    buffer.write("**statuslint**: ")
    buffer.write(safe: "\(summary.phrase) (\(Counted(summary.files, "file")))")
    buffer.endLine()
  }
}
