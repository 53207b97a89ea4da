import StatusFileSystem
import StatusSyntax
import StatusText

/// Has a program fix copies of a tree, and holds it to what every fix has to keep.
struct CorpusFixes: Sendable {
  /// What a fix did not keep.
  private struct Failure: Error {
    let message: String
  }

  let program: CorpusRunner.Program
  /// A directory for copies.
  let scratch: String
  /// The tree, with the directory that it lies in.
  let before: CorpusFiles
  /// The arguments of `check`, its path first, and of nothing but a fix.
  let arguments: [String]
  let fixArguments: [String]
  let variables: [String: String]

  /// The checks of one copy, by their names; `expected` are the files as they have to be in the end, where that is
  /// known.
  func check(expecting expected: CorpusFiles?, name: String) async -> [(name: String, failure: String?)] {
    do {
      let fixed = try await fix(expecting: expected)
      return [("fix\(name)", nil), ("diff\(name)", await failure { try await patch(giving: fixed) })]
    } catch {
      return [("fix\(name)", Self.message(error))]
    }
  }

  /// The files as `--fix` leaves them.
  func fix() async throws -> CorpusFiles { try await fix(expecting: nil) }

  private func failure(_ body: () async throws -> Void) async -> String? {
    do {
      try await body()
      return nil
    } catch { return Self.message(error) }
  }

  private static func message(_ error: any Error) -> String { (error as? Failure)?.message ?? "\(error)" }

  /// Fixes a copy, once more, and looks at it as if nothing had been.
  private func fix(expecting expected: CorpusFiles?) async throws -> CorpusFiles {
    let copy = "\(scratch)/fix"
    try before.write(to: copy)
    let remaining = try await runFix(in: copy).filter { !Self.isFixed($0) }
    let fixed = try CorpusFiles(in: copy)
    if let expected { try Self.expect(fixed, expected, "--fix does not give what is in after/") }

    let again = try await runFix(in: copy)
    guard !again.contains(where: Self.isFixed) else {
      throw Failure(message: "a second --fix fixes again:\n\(again.joined(separator: "\n"))")
    }
    try Self.expect(try CorpusFiles(in: copy), fixed, "a second --fix changes something")
    guard again == remaining else {
      throw Failure(
        message: "after --fix, the findings differ from what it reported (- reported, + found)\n"
          + CorpusRunner.difference(expected: remaining, found: again))
    }
    let report = try await run(["check"] + arguments + ["--format", "json"], in: copy)
    let summary = JSONTree(SourceText(path: "report", bytes: report.output)).root?["summary"]
    guard summary?["fixable"]?.integer == 0 else {
      throw Failure(message: "--fix left something that it could have fixed")
    }
    return fixed
  }

  /// Sees that the patch of `--diff` gives `fixed`.
  private func patch(giving fixed: CorpusFiles) async throws {
    let copy = "\(scratch)/diff"
    try before.write(to: copy)
    let diff = try await run(["check"] + arguments + fixArguments + ["--diff"], in: copy)
    guard diff.exitCode == (fixed == before ? 0 : 1), diff.output.isEmpty == (fixed == before) else {
      throw Failure(message: "--diff ends with \(CorpusRunner.ending(diff))")
    }
    try Self.expect(try CorpusFiles(in: copy), before, "--diff changes something")
    guard !diff.output.isEmpty else { return }
    try SingleFile("\(scratch)/patch").write(diff.output)
    let applied = try await program(
      .git, ["apply", "\(scratch)/patch"],
      ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_CEILING_DIRECTORIES": scratch], copy
    )
    guard applied.exitCode == 0 else {
      throw Failure(message: "git apply rejects the patch of --diff: \(applied.errors)")
    }
    try Self.expect(try CorpusFiles(in: copy), fixed, "--diff, applied, gives a different result from --fix")
  }

  /// The lines that `--fix` prints, sorted.
  private func runFix(in copy: String) async throws -> [String] {
    CorpusCase.lines(
      try await run(["check"] + arguments + fixArguments + ["--fix", "--format", "concise"], in: copy).output)
  }

  private func run(_ arguments: [String], in copy: String) async throws -> CorpusRunner.Run {
    let run = try await program(.statuslint, arguments, variables, copy)
    guard run.exitCode == 0 || run.exitCode == 1 else {
      throw Failure(message: "\(arguments.joined(separator: " ")): \(CorpusRunner.ending(run))")
    }
    return run
  }

  private static func isFixed(_ line: String) -> Bool {
    // Before any severity: a message may hold the word too.
    guard let fixed = line.firstRange(of: ": fixed: ") else { return false }
    let severities = [": error: ", ": warning: ", ": info: "].compactMap { line.firstRange(of: $0) }
    return severities.allSatisfy { fixed.lowerBound < $0.lowerBound }
  }

  private static func expect(_ files: CorpusFiles, _ expected: CorpusFiles, _ message: String) throws {
    let differences = files.differences(from: expected)
    if !differences.isEmpty { throw Failure(message: "\(message):\n\(differences.joined(separator: "\n"))") }
  }
}
