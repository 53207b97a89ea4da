import StatusFileSystem
import StatusReport
import StatusText

/// Runs the commands of a case of Corpus/sync, and tells what has come of each: what it said, what it changed, and what
/// `check` finds that it did not find before.
struct SyncCaseRunner: Sendable {
  let testCase: SyncCase
  let program: CorpusRunner.Program
  /// A directory for copies.
  let scratch: String

  private static let hour = 3600

  /// Runs the case as it is, and with CR LF line ends.
  func check() async -> CaseReport.Suite {
    var cases: [(name: String, failure: String?)] = []
    do {
      let before = try files()
      let plain = try await run(before, "plain", hasCarriageReturns: false)
      cases.append(("results", difference(plain.text)))
      let other = try await run(
        before.withCarriageReturns(like: before), "crlf", hasCarriageReturns: true)
      cases.append(("crlf", Self.difference(other.trees, plain.trees, before)))
    } catch {
      cases.append(("results", "\(error)"))
    }
    return CaseReport.Suite(name: testCase.directory, cases: cases)
  }

  /// What comes of the commands now, in the form of the golden file.
  func results() async throws -> String {
    try await run(files(), "plain", hasCarriageReturns: false).text
  }

  /// The files that the commands find: with a history, those of its last commit unless there are others.
  private func files() throws(FileSystemError) -> CorpusFiles {
    let own = try CorpusFiles(in: "\(testCase.directory)/before")
    return own.bytes.isEmpty ? testCase.history?.files ?? own : own
  }

  private func prepare(_ copy: String, _ before: CorpusFiles, hasCarriageReturns: Bool) async throws {
    if let history = testCase.history {
      try await HistoryReplay(history, in: copy, program).run(hasCarriageReturns: hasCarriageReturns)
    }
    try before.write(to: copy)
  }

  private func difference(_ text: String) -> String? {
    guard text != testCase.expected else { return nil }
    func lines(_ text: String) -> [Substring] {
      text.split(separator: "\n", omittingEmptySubsequences: false)
    }
    return "results differ (- expected, + found)\n"
      + LineDifference(from: lines(testCase.expected), to: lines(text)).text
  }

  /// Why the trees with CR LF are not those with LF; files that a command has made have the line ends that it chose.
  private static func difference(_ found: [CorpusFiles], _ plain: [CorpusFiles], _ before: CorpusFiles)
    -> String?
  {
    for (index, (found, plain)) in zip(found, plain).enumerated() {
      let wanted = plain.withCarriageReturns(like: before)
      let differences = before.bytes.keys.sorted().filter { found.bytes[$0] != wanted.bytes[$0] }
      if !differences.isEmpty {
        return "after command \(index + 1), with CR LF, the content differs in "
          + differences.joined(separator: ", ")
      }
    }
    return nil
  }

  /// The record of all commands, and the tree after each.
  private func run(_ before: CorpusFiles, _ name: String, hasCarriageReturns: Bool) async throws -> (
    text: String, trees: [CorpusFiles]
  ) {
    var text = ""
    var trees: [CorpusFiles] = []
    var tree = before
    var copy = "\(scratch)/\(name)"
    try await prepare(copy, before, hasCarriageReturns: hasCarriageReturns)
    var known = try await findings(in: copy, testCase.now)
    for (index, arguments) in testCase.runs.enumerated() {
      if testCase.isFresh, index > 0 {
        copy = "\(scratch)/\(name)-\(index)"
        try await prepare(copy, before, hasCarriageReturns: hasCarriageReturns)
        tree = before
      }
      let now = testCase.now + (testCase.isFresh ? 0 : index * Self.hour)
      let run = try await program(.statuslint, arguments, Self.variables(now), copy)
      let after = try CorpusFiles(in: copy).withoutRepository()
      text += Self.record(arguments, run) + Self.changes(from: tree, to: after)
      if after != tree {
        let found = try await findings(in: copy, now)
        for line in found where !known.contains(line) { text += "NEW \(line)\n" }
        if !testCase.isFresh { known = found }
      }
      text += "\n"
      tree = after
      trees.append(after)
    }
    return (text, trees)
  }

  private static func variables(_ now: Int) -> [String: String] { ["STATUSLINT_NOW": "\(now)"] }

  /// What `check` finds, without the places: they move.
  private func findings(in copy: String, _ now: Int) async throws -> [String] {
    let run = try await program(.statuslint, ["check", "--format", "concise"], Self.variables(now), copy)
    return CorpusCase.lines(run.output).filter { $0.hasSuffix("]") }.map { line in
      String(line.split(separator: " ", maxSplits: 1).last ?? "")
    }
  }

  private static func record(_ arguments: [String], _ run: CorpusRunner.Run) -> String {
    let command = arguments.map { $0.contains(" ") || $0.isEmpty ? "'\($0)'" : $0 }.joined(separator: " ")
    let output = String(decoding: run.output, as: UTF8.self) + run.errors
    let lines = output.split(separator: "\n", omittingEmptySubsequences: true)
      .map { "| \(withoutDuration($0))\n" }.joined()
    return "$ statuslint \(command)\n\(lines)exit code \(run.exitCode.map(String.init) ?? "of a signal")\n"
  }

  /// A line of a return object without how long the command took, which is different each time.
  private static func withoutDuration(_ line: Substring) -> String {
    let key = "\"duration_seconds\": "
    guard line.drop(while: { $0 == " " }).hasPrefix(key) else { return String(line) }
    return "\(line.prefix { $0 == " " })\(key)…" + (line.hasSuffix(",") ? "," : "")
  }

  private static func changes(from old: CorpusFiles, to new: CorpusFiles) -> String {
    var text = ""
    for path in Set(old.bytes.keys).union(new.bytes.keys).sorted() where old.bytes[path] != new.bytes[path] {
      func lines(_ bytes: [UInt8]?) -> [Substring] {
        String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      }
      text += "\(path)\n\(LineDifference(from: lines(old.bytes[path]), to: lines(new.bytes[path])).text)\n"
    }
    return text
  }
}
