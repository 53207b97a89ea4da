import StatusFileSystem
import StatusReport

/// Compares the reports of a tree with those that it has to have, byte for byte.
struct ReportCaseRunner {
  let testCase: ReportCase
  let program: CorpusRunner.Program
  /// Where the copy of the tree is made.
  let scratch: String

  /// A case for each format.
  func check() async -> CaseReport.Suite {
    var cases: [(name: String, failure: String?)] = []
    for format in ReportFormat.allCases {
      do {
        let found = try await report(in: format)
        let expected = try testCase.expected(format)
        cases.append((format.name, found == expected ? nil : Self.difference(expected, found)))
      } catch {
        cases.append((format.name, "\(error)"))
      }
    }
    return CaseReport.Suite(name: testCase.directory, cases: cases)
  }

  /// Writes the reports as they are now into the case; those that have changed are failures.
  func record() async throws -> CaseReport.Suite {
    var cases: [(name: String, failure: String?)] = []
    for format in ReportFormat.allCases {
      let found = try await report(in: format)
      let isSame = (try? testCase.expected(format)) == found
      try SingleFile(testCase.path(of: format)).write(found)
      cases.append((format.name, isSame ? nil : "recorded again: read the difference"))
    }
    return CaseReport.Suite(name: testCase.directory, cases: cases)
  }

  private func report(in format: ReportFormat) async throws -> [UInt8] {
    let copy = "\(scratch)-\(format.name)"
    try CorpusFiles(in: "\(testCase.directory)/before").write(to: copy)
    let now = String(testCase.now)
    let run = try await program(
      .statuslint, ["check", "specs", "--format", format.name] + testCase.arguments,
      ["STATUSLINT_NOW": now, "SOURCE_DATE_EPOCH": now], copy)
    guard run.exitCode == 0 || run.exitCode == 1, run.errors.isEmpty else {
      throw CorpusCase.Malformed(message: CorpusRunner.ending(run))
    }
    return Array(Self.withoutConstants(String(decoding: run.output, as: UTF8.self)).utf8)
  }

  /// Where what is the same in every report begins and ends: the rules of SARIF and their places, the style and the script
  /// of a page and their hashes. It has tests of its own, and would change every case.
  private static let constants = [
    ("\"rules\": [\n", "\n          ]"), ("\"ruleIndex\": ", ","), ("'sha256-", "'"),
    ("<style>", "</style>"), ("<script>", "</script>"),
  ]

  private static func withoutConstants(_ report: String) -> String {
    var report = report
    for (start, end) in constants {
      var output = ""
      var rest = report[...]
      while let opening = rest.firstRange(of: start),
        let closing = rest[opening.upperBound...].firstRange(of: end)
      {
        output += rest[..<opening.upperBound] + "…"
        rest = rest[closing.lowerBound...]
      }
      report = output + rest
    }
    return report
  }

  private static func difference(_ expected: [UInt8], _ found: [UInt8]) -> String {
    let lines = [expected, found].map {
      String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
    }
    let difference = CorpusRunner.difference(expected: lines[0], found: lines[1])
    return "the report differs (- expected, + found)\n\(difference)"
  }
}
