import StatusDiagnostics

/// A format: a pure function from what a check has found to bytes.
protocol Report {
  /// The whole report of `result`.
  static func render(_ result: CheckResult, _ options: ReportOptions) throws(ReportError) -> [UInt8]
}
