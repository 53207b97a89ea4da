/// One test suite: a file, or the tree.
struct JUnitSuite {
  /// The path of the file relative to the repository root, or `(tree)`.
  var name: String
  /// The class name of its cases.
  var className: String
  /// Names and values, at least one, because a schema requires it.
  var properties: [(name: String, value: String)]
  /// Its cases, each with a unique name.
  var cases: [JUnitCase]
  /// Lines about findings that do not fail a case.
  var output: [UInt8]
  /// The time it took.
  var time = ElapsedTime(seconds: 0, reproducible: true)

  /// Writes the suite, the `index`th of the document.
  func write(index: Int, timestamp: String, to xml: borrowing XMLWriter) throws(ReportError) {
    try xml.element("testsuite") { xml throws(ReportError) in
      try writeAttributes(index: index, timestamp: timestamp, to: xml)
      try xml.element("properties") { xml throws(ReportError) in
        for property in properties {
          try xml.element("property") { xml throws(ReportError) in
            try xml.attribute("name", property.name)
            try xml.attribute("value", property.value)
          }
        }
      }
      for testCase in cases { try testCase.write(className: className, to: xml) }
      try xml.element("system-out") { xml throws(ReportError) in
        try xml.text(CutText.cut(output, to: CutText.bodyLimit))
      }
      try xml.element("system-err")
    }
  }

  private func writeAttributes(
    index: Int, timestamp: String, to xml: borrowing XMLWriter
  ) throws(ReportError) {
    var failures = 0
    var errors = 0
    var skipped = 0
    for testCase in cases {
      switch testCase.outcome {
      case .passed: break
      case .failure: failures += 1
      case .error: errors += 1
      case .skipped: skipped += 1
      }
    }
    try xml.attribute("name", name)
    try xml.attribute("package", "statuslint")
    try xml.attribute("id", String(index))
    try xml.attribute("timestamp", timestamp)
    try xml.attribute("hostname", "localhost")
    try xml.attribute("tests", String(cases.count))
    try xml.attribute("failures", String(failures))
    try xml.attribute("errors", String(errors))
    try xml.attribute("skipped", String(skipped))
    try xml.attribute("time", time.decimalSeconds)
  }
}
