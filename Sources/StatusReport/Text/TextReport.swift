import StatusDiagnostics
import StatusText

/// `text`: every finding with its excerpt, related places and help, a line for each that was fixed, then one line with the
/// counts.
enum TextReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var writer = FindingWriter(result, options)
    for finding in result.findings { writer.write(finding) }
    writer.write(fixed: result.fixed)
    let time = ElapsedTime(seconds: result.seconds, reproducible: options.reproducible)
    writer.write(ReportSummary(result), time)
    return writer.buffer.bytes
  }
}
