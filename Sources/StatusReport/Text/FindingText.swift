import StatusDiagnostics

/// The findings of the format `text`, without what it says of the trees and the run.
package enum FindingText {
  /// Every finding of `result` with its excerpt, related locations, help and fix, grouped by task.
  package static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var writer = FindingWriter(result, options)
    for finding in FindingGroups.byTask(result) { writer.write(finding) }
    return writer.buffer.bytes
  }
}
