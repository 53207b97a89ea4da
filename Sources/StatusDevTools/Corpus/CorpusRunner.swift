import StatusFileSystem
import StatusReport
import StatusText

/// Runs a program over a case of the corpus, in all the ways that every case must stand.
package struct CorpusRunner: Sendable {
  /// What running the program came to.
  package struct Run: Sendable {
    /// What it wrote to standard output.
    package let output: [UInt8]
    /// What it wrote to standard error.
    package let errors: String
    /// Its exit code; nil when a signal ended it.
    package let exitCode: Int32?

    /// The end of a run.
    package init(output: [UInt8], errors: String, exitCode: Int32?) {
      self.output = output
      self.errors = errors
      self.exitCode = exitCode
    }
  }

  /// What can be run.
  package enum Tool: Sendable {
    /// The program that is tried.
    case statuslint
    /// git(1), to apply patches.
    case git
  }

  /// Runs a program: which, its arguments, variables of its environment, working directory.
  package typealias Program = @Sendable (Tool, [String], [String: String], String) async throws -> Run

  private let program: Program
  private let scratch: String

  /// A runner of `program` that makes its copies of trees in the directory `scratch`, outside any repository.
  package init(scratch: String, program: @escaping Program) {
    self.scratch = scratch
    self.program = program
  }

  /// A runner of a case of commands that move tasks.
  func sync(_ testCase: SyncCase, number: Int) -> SyncCaseRunner {
    SyncCaseRunner(testCase: testCase, program: program, scratch: "\(scratch)/\(number)")
  }

  /// A runner of a case of reports.
  func reports(_ testCase: ReportCase, number: Int) -> ReportCaseRunner {
    ReportCaseRunner(testCase: testCase, program: program, scratch: "\(scratch)/\(number)")
  }

  /// Runs every check of a case: its findings with all rules, with its own rule alone, and with CR LF line ends; what
  /// fixes make of it, and whether a patch makes the same, with both line ends.
  package func check(_ testCase: CorpusCase, number: Int) async -> CaseReport.Suite {
    var cases: [(name: String, failure: String?)] = []
    cases.append(("findings", await compare(testCase, "\(scratch)/\(number)", .plain)))
    if testCase.rule != nil, !testCase.arguments.contains("--select") {
      cases.append(("alone", await compare(testCase, "\(scratch)/\(number)-alone", .alone)))
    }
    cases.append(("crlf", await compare(testCase, "\(scratch)/\(number)-crlf", .carriageReturns)))
    return CaseReport.Suite(name: testCase.directory, cases: cases + (await fixes(testCase, number)))
  }

  private func fixes(_ testCase: CorpusCase, _ number: Int) async -> [(name: String, failure: String?)] {
    do {
      let before = try testCase.before()
      let expected = before.changed(by: try testCase.after())
      let plain = fixes(of: before, testCase, "\(scratch)/\(number)-lf")
      let carriageReturns = fixes(
        of: before.withCarriageReturns(like: before), testCase, "\(scratch)/\(number)-cr")
      return await plain.check(expecting: expected, name: "")
        + carriageReturns.check(expecting: expected.withCarriageReturns(like: before), name: "-crlf")
    } catch {
      return [("fix", "\(error)")]
    }
  }

  private func fixes(of files: CorpusFiles, _ testCase: CorpusCase, _ scratch: String) -> CorpusFixes {
    CorpusFixes(
      program: program, scratch: scratch, before: files,
      arguments: [testCase.root] + testCase.arguments + (testCase.profile.map { ["--profile", $0] } ?? []),
      fixArguments: testCase.fixArguments, variables: ["STATUSLINT_NOW": testCase.now])
  }

  /// The files that `--fix` changes in a case, as it leaves them.
  package func after(_ testCase: CorpusCase, number: Int) async throws -> CorpusFiles {
    let before = try testCase.before()
    return try await fixes(of: before, testCase, "\(scratch)/\(number)-lf").fix().changes(since: before)
  }

  /// Fixes a tree of any origin, and holds the program to what every fix has to keep; `root` is where the tree lies in
  /// `files`.
  package func checkFixes(
    of files: CorpusFiles, root: String, fixArguments: [String], number: Int
  ) async -> [(name: String, failure: String?)] {
    let variants = [("", files), ("-crlf", files.withCarriageReturns(like: files))]
    var cases: [(name: String, failure: String?)] = []
    for (name, files) in variants {
      let fixes = CorpusFixes(
        program: program, scratch: "\(scratch)/\(number)\(name)", before: files, arguments: [root],
        fixArguments: fixArguments, variables: [:])
      cases += await fixes.check(expecting: nil, name: name)
    }
    return cases
  }

  /// The findings of a case as the program has them now, in the form of its golden file.
  package func findings(_ testCase: CorpusCase, number: Int) async throws -> String {
    let (run, lines) = try await run(testCase, "\(scratch)/\(number)", .plain)
    guard run.exitCode == 0 || run.exitCode == 1 else {
      throw CorpusCase.Malformed(message: Self.ending(run))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A way to run a case.
  private enum Manner {
    case plain, alone, carriageReturns
  }

  /// Why the findings are not those that are expected; nil when they are.
  private func compare(_ testCase: CorpusCase, _ copy: String, _ manner: Manner) async -> String? {
    do {
      let (run, lines) = try await run(testCase, copy, manner)
      let expected =
        manner == .alone
        ? testCase.expected.filter { $0.hasSuffix("[\(testCase.rule ?? "")]") } : testCase.expected
      guard lines == expected else { return Self.difference(expected, lines, run) }
      let fails = lines.contains { $0.contains(": error: ") || $0.contains(": warning: ") }
      guard run.exitCode == (fails ? 1 : 0) || testCase.arguments.contains("--fail-on") else {
        return Self.ending(run)
      }
      return nil
    } catch let error as CorpusCase.Malformed {
      return error.message
    } catch {
      return "\(error)"
    }
  }

  private func run(_ testCase: CorpusCase, _ copy: String, _ manner: Manner) async throws -> (Run, [String]) {
    let before = try testCase.before()
    try (manner == .carriageReturns ? before.withCarriageReturns(like: before) : before).write(to: copy)
    var arguments = ["check", testCase.root, "--format", "concise"] + testCase.arguments
    if let profile = testCase.profile { arguments += ["--profile", profile] }
    if manner == .alone, let rule = testCase.rule { arguments += ["--select", rule] }
    let run = try await program(.statuslint, arguments, ["STATUSLINT_NOW": testCase.now], copy)
    return (run, CorpusCase.lines(run.output))
  }

  private static func difference(_ expected: [String], _ found: [String], _ run: Run) -> String {
    "findings differ (- expected, + found)\n" + difference(expected: expected, found: found)
      + "\n\(ending(run))"
  }

  /// The lines that only one of the two has.
  static func difference(expected: [String], found: [String]) -> String {
    let missing = expected.filter { !found.contains($0) }.map { "- \($0)" }
    let surplus = found.filter { !expected.contains($0) }.map { "+ \($0)" }
    return (missing + surplus).joined(separator: "\n")
  }

  /// How a run ended, and what it complained of.
  static func ending(_ run: Run) -> String {
    "exit code \(run.exitCode.map(String.init) ?? "of a signal")\(run.errors.isEmpty ? "" : ": \(run.errors)")"
  }
}
