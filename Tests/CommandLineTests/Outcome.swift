import StatusTestSupport
import Subprocess
import Testing

/// How a run of the program ended, and what it wrote.
struct Outcome: CustomTestStringConvertible {
  /// Its exit code, or the signal that ended it.
  let status: TerminationStatus
  /// Standard output.
  let outputBytes: [UInt8]
  /// Standard error.
  let errorBytes: [UInt8]

  /// The exit code; nil when a signal ended it.
  var exitCode: Int32? { if case .exited(let code) = status { code } else { nil } }
  /// Standard output as text.
  var output: String { String(decoding: outputBytes, as: UTF8.self) }
  /// Standard error as text.
  var errors: String { String(decoding: errorBytes, as: UTF8.self) }

  /// Standard output as JSON; fails the test when it is none.
  func json(_ location: SourceLocation = #_sourceLocation) throws -> JSONValue {
    try #require(
      try? JSONValue(parsing: outputBytes), "not JSON: \(output.prefix(500))", sourceLocation: location)
  }

  var testDescription: String { "\(status)\nstdout: \(output.prefix(2000))\nstderr: \(errors.prefix(2000))" }
}

extension Outcome {
  /// A finding of a JSON report.
  struct Finding: Hashable {
    let rule: String
    /// Empty for a finding of the tree.
    let path: String
    let message: String
  }

  /// The findings of a JSON report on standard output; fails the test when it is none.
  func findings(_ location: SourceLocation = #_sourceLocation) throws -> [Finding] {
    guard case .array(let findings) = try json(location)["findings"] else {
      Issue.record("no findings in \(output)", sourceLocation: location)
      return []
    }
    return findings.map { finding in
      func text(_ name: String) -> String { if case .string(let text) = finding[name] { text } else { "" } }
      return Finding(rule: text("rule"), path: text("path"), message: text("message"))
    }
  }
}
