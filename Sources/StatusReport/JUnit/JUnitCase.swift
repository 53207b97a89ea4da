/// One test case: the result of a rule for a file.
struct JUnitCase {
  /// The outcome of a case.
  enum Outcome {
    /// No findings that make the exit code non-zero.
    case passed
    /// Findings that make the exit code non-zero.
    case failure(message: [UInt8], type: String, body: [UInt8])
    /// The file could not be checked.
    case error(message: [UInt8], type: String, body: [UInt8])
    /// The rule did not run, or its findings are suppressed.
    case skipped(String)
  }

  /// The name of the rule, without a line number, so that it is the same case in the next run.
  var name: String
  /// The outcome.
  var outcome: Outcome
  /// The file that it is about, and the line of its first finding; only in an extended report.
  var place: (file: String, line: Int)?
  /// The time it took.
  var time = ElapsedTime(seconds: 0, reproducible: true)

  /// Writes the case.
  func write(className: String, to xml: borrowing XMLWriter) throws(ReportError) {
    try xml.element("testcase") { xml throws(ReportError) in
      try xml.attribute("name", name)
      try xml.attribute("classname", className)
      try xml.attribute("time", time.decimalSeconds)
      if let place {
        try xml.attribute("file", place.file)
        try xml.attribute("line", String(place.line))
      }
      switch outcome {
      case .passed: break
      case .failure(let message, let type, let body): try write("failure", message, type, body, to: xml)
      case .error(let message, let type, let body): try write("error", message, type, body, to: xml)
      case .skipped(let reason):
        try xml.element("skipped") { xml throws(ReportError) in try xml.text(Array(reason.utf8)) }
      }
    }
  }

  private func write(
    _ element: String, _ message: [UInt8], _ type: String, _ body: [UInt8], to xml: borrowing XMLWriter
  ) throws(ReportError) {
    try xml.element(element) { xml throws(ReportError) in
      try xml.attribute("message", CutText.cut(message, to: CutText.messageLimit))
      try xml.attribute("type", type)
      try xml.text(CutText.cut(body, to: CutText.bodyLimit))
    }
  }
}
