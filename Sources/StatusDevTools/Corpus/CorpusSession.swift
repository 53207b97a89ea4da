import Glibc
import StatusFileSystem
import StatusReport
import StatusRuntime

/// One run over cases of the corpus: checks or records them, and reports.
package struct CorpusSession: Sendable {
  /// How a run ended.
  package struct Summary: Sendable {
    /// For people: the failures, and in the last line how many passed and failed.
    package let text: String
    /// Whether everything passed; never so for a run that recorded.
    package let passed: Bool
  }

  private let runner: CorpusRunner
  private let isRecording: Bool

  /// A run by `runner`.
  package init(runner: CorpusRunner, isRecording: Bool) {
    self.runner = runner
    self.isRecording = isRecording
  }

  /// Runs the cases below `paths`, several at a time, and writes a JUnit report to `report`.
  package func run(_ paths: [String], report: String?) async throws -> Summary {
    let directories = try CorpusCase.directories(beneath: paths)
    let suites = await withTaskGroup(of: (Int, CaseReport.Suite).self) { group in
      var suites: [(Int, CaseReport.Suite)] = []
      for (number, directory) in directories.enumerated() {
        if number >= Parallel.processorCount, let done = await group.next() { suites.append(done) }
        group.addTask { (number, await suite(directory, number)) }
      }
      for await done in group { suites.append(done) }
      return suites.sorted { $0.0 < $1.0 }.map(\.1)
    }
    if let report {
      try SingleFile(report).write(CaseReport.render(suites, timestamp: time(nil)))
    }
    return Self.summary(suites, isRecording: isRecording)
  }

  private func suite(_ directory: String, _ number: Int) async -> CaseReport.Suite {
    do {
      if try CorpusCase.isDescribed(directory, by: SyncCase.names) {
        return try await sync(SyncCase(directory: directory), number)
      }
      if try CorpusCase.isDescribed(directory, by: [ReportCase.name]) {
        let runner = runner.reports(try ReportCase(directory: directory), number: number)
        return isRecording ? try await runner.record() : await runner.check()
      }
      let testCase = try CorpusCase(directory: directory)
      guard isRecording else { return await runner.check(testCase, number: number) }
      return CaseReport.Suite(name: directory, cases: try await record(testCase, number))
    } catch let error as CorpusCase.Malformed {
      return CaseReport.Suite(name: directory, cases: [("case", error.message)])
    } catch {
      return CaseReport.Suite(name: directory, cases: [("case", "\(error)")])
    }
  }

  private func sync(_ testCase: SyncCase, _ number: Int) async throws -> CaseReport.Suite {
    let runner = runner.sync(testCase, number: number)
    guard isRecording else { return await runner.check() }
    let results = try await runner.results()
    try SingleFile("\(testCase.directory)/results.txt").write(Array(results.utf8))
    let isSame = results == testCase.expected
    return CaseReport.Suite(
      name: testCase.directory, cases: [("results", isSame ? nil : "recorded again: read the difference")])
  }

  /// Writes what the program finds and fixes into a case, and tells what of it is new.
  private func record(_ testCase: CorpusCase, _ number: Int) async throws -> [(
    name: String, failure: String?
  )] {
    let directory = testCase.directory
    let findings = try await runner.findings(testCase, number: number)
    try SingleFile("\(directory)/findings.txt").write(Array(findings.utf8))
    let former = try testCase.after()
    let after = try await runner.after(testCase, number: number)
    if after != former {
      CorpusScratch.remove("\(directory)/after")
      try after.write(to: "\(directory)/after")
    }
    func verdict(_ isSame: Bool) -> String? { isSame ? nil : "recorded again: read the difference" }
    let recorded = try CorpusCase(directory: directory)
    return [
      ("findings", verdict(recorded.expected == testCase.expected)), ("fix", verdict(after == former)),
    ]
  }

  /// What is said in the end about `suites`; `isRecording` says why a run has not passed.
  static func summary(_ suites: [CaseReport.Suite], isRecording: Bool = false) -> Summary {
    var text = ""
    var passed = 0
    var failed = 0
    for suite in suites {
      for testCase in suite.cases {
        guard let failure = testCase.failure else {
          passed += 1
          continue
        }
        failed += 1
        text += "FAILED \(suite.name) (\(testCase.name))\n\(failure)\n\n"
      }
    }
    if isRecording { text += "recorded; a run that records always fails, because it checks nothing\n" }
    return Summary(
      text: text + "corpus: \(passed) passed, \(failed) failed",
      passed: failed == 0 && passed > 0 && !isRecording)
  }
}
