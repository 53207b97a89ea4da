import StatusDiagnostics

/// The formats of `--format` and `--report`. A new one is a case here, a line in `report`, and a file with
/// its `Report`.
package enum ReportFormat: String, CaseIterable, Sendable {
  case text, concise, json, junit

  /// The report of `result` in this format, whole, ending in a line end where it is not empty.
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
