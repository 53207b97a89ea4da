import StatusText

/// A JUnit report of test cases that are not findings, for our tools.
package enum CaseReport {
  /// Cases that belong together.
  package struct Suite: Sendable {
    /// The suite's name.
    package let name: String
    /// Its cases, each with a unique name, and the failure messages.
    package let cases: [(name: String, failure: String?)]

    /// The suite `name` with these cases, at least one.
    package init(name: String, cases: [(name: String, failure: String?)]) {
      self.name = name
      self.cases = cases
    }
  }

  /// The report in the format of `schemas/junit.xsd`; `timestamp` is in seconds since 1970, UTC.
  package static func render(_ suites: [Suite], timestamp: Int) throws(ReportError) -> [UInt8] {
    let xml = try XMLWriter()
    let moment = UTCTimestamp(secondsSince1970: timestamp).description
    var names = ClassNames()
    try xml.element("testsuites") { xml throws(ReportError) in
      for (index, suite) in suites.enumerated() {
        let cases = suite.cases.map { JUnitCase(name: $0.name, outcome: outcome($0.failure)) }
        let junit = JUnitSuite(
          name: suite.name, className: names.name(for: suite.name),
          properties: [("statuslint.kind", "corpus")],
          cases: cases, output: [])
        try junit.write(index: index, timestamp: moment, to: xml)
      }
    }
    return try xml.finish()
  }

  private static func outcome(_ failure: String?) -> JUnitCase.Outcome {
    guard let failure else { return .passed }
    let text = Array(failure.utf8)
    return .failure(message: text, type: "corpus", body: text)
  }
}
