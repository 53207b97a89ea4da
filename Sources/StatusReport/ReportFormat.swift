import StatusDiagnostics

/// The formats of `--format` and `--report`. A new format needs a case here, a line in `report`, and a file
/// with its `Report`.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, concise, json, junit

  /// The complete report of `result` in this format. It ends with a newline unless it is empty.
  package func render(_ result: CheckResult, _ options: ReportOptions) throws(ReportError) -> [UInt8] {
    let bytes = try report.render(result, options)
    return options.githubActions ? WorkflowCommandGuard.guarded(bytes, in: self) : bytes
  }

  private var report: any Report.Type {
    switch self {
    case .text: TextReport.self
    case .concise: ConciseReport.self
    case .json: JSONReport.self
    case .junit: JUnitReport.self
    }
  }
}
