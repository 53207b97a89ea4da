import StatusDiagnostics
import StatusText

/// `junit`: a suite for each file and one for the tree at the end, and a case for each rule with findings, in
/// the format of `schemas/junit.xsd`.
enum JUnitReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) throws(ReportError) -> [UInt8] {
    try render(result, options, isExtended: false)
  }

  /// The report; with `isExtended`, test cases say to which file and line they belong.
  static func render(_ result: CheckResult, _ options: ReportOptions, isExtended: Bool) throws(ReportError)
    -> [UInt8]
  {
    let xml = try XMLWriter()
    var builder = JUnitSuiteBuilder(result, options, isExtended: isExtended)
    let timestamp = UTCTimestamp(secondsSince1970: options.timestamp).description
    try xml.element("testsuites") { xml throws(ReportError) in
      var index = 0
      for subject in subjects(of: result) {
        try builder.suite(of: subject).write(index: index, timestamp: timestamp, to: xml)
        index += 1
      }
      try builder.treeSuite().write(index: index, timestamp: timestamp, to: xml)
    }
    return try xml.finish()
  }

  /// The subjects of suites, sorted by path: every file that was read, and every other path with a finding
  /// (for example a directory), which has no parse case.
  private static func subjects(of result: CheckResult) -> [JUnitSubject] {
    let known = Set(result.files.lazy.map(\.path))
    var others: Set<String> = []
    for finding in result.findings {
      if let path = finding.location?.path, !known.contains(path) { others.insert(path) }
    }
    for fixed in result.fixed {
      if let path = fixed.finding.location?.path, !known.contains(path) { others.insert(path) }
    }
    let subjects = result.files.map { JUnitSubject(path: $0.path, file: $0) }
    let strangers = others.map { JUnitSubject(path: $0, file: nil) }
    return (subjects + strangers).sorted { $0.path < $1.path }
  }
}
