import StatusDiagnostics

/// `junit-extended`: `junit` with the attributes `file` and `line` of test cases.
enum ExtendedJUnitReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) throws(ReportError) -> [UInt8] {
    try JUnitReport.render(result, options, isExtended: true)
  }
}
