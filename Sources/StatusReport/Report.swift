import StatusDiagnostics

/// A format: a pure function from the result of a check to bytes.
protocol Report: SendableMetatype {
  /// The whole report of `result`.
  static func render(_ result: CheckResult, _ options: ReportOptions) throws(ReportError) -> [UInt8]
}
