import StatusDiagnostics
import StatusText

/// `text`: every finding with its excerpt, related locations, help and fix, grouped by task; a line for each
/// fixed or suppressed finding; the profile of each tree; and one line with the counts.
enum TextReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var writer = FindingWriter(result, options)
    for finding in FindingGroups.byTask(result) { writer.write(finding) }
    writer.write(fixed: result.fixed)
    writer.write(suppressed: result.listedSuppressions)
    writer.write(stale: result.stale)
    writer.write(result.trees)
    let time = ElapsedTime(seconds: result.seconds, reproducible: options.reproducible)
    writer.write(ReportSummary(result), time)
    return writer.buffer.bytes
  }
}
