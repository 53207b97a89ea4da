import Glibc
import StatusTestSupport
import Testing

/// SARIF reports of the real trees beside the checkout.
struct RealTreeReportTests {
  private static let judge = "\(Project.directory)/../shared/tools/reports/validate_sarif.py"
  /// A Python with the judge's requirements: that of STATUSLINT_REPORT_PYTHON, else `python3`.
  private static let python = getenv("STATUSLINT_REPORT_PYTHON").map { String(cString: $0) } ?? "python3"

  private static let hasJudge =
    access(judge, R_OK) == 0
    && system("'\(python)' -c 'import jsonschema, sarif, check_jsonschema' >/dev/null 2>&1") == 0

  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func shell(_ script: String) async throws -> Outcome {
    var invocation = Invocation(arguments: [], directory: directory.path)
    invocation.variables["PATH"] = getenv("PATH").map { String(cString: $0) }
    invocation.shell = script
    return try await invocation.run()
  }

  @Test(
    "the judge accepts the report of every tree",
    .enabled(
      if: hasJudge, "needs ../shared/tools/reports, and its requirements in STATUSLINT_REPORT_PYTHON"),
    arguments: ["", "--select all"])
  func judged(options: String) async throws {
    let outcome = try await shell(
      """
      for tree in '\(Project.sharedCorpora)'/*/; do
        test -e "$tree"/specs/TODO.md || continue
        '\(try BuiltProgram.path())' check "$tree" -q --report sarif=report.sarif \(options) >out 2>&1
        test $? -lt 2 || { cat out; exit 2; }
        '\(Self.python)' '\(Self.judge)' report.sarif --root "$tree" >out 2>&1 || { echo "$tree"; cat out; exit 3; }
      done
      """)
    #expect(outcome.exitCode == 0 && outcome.output == "", "\(outcome.testDescription)")
  }

  @Test(
    "a reader of the fixes makes the same files as --fix",
    .enabled(if: access(Project.sharedCorpora, R_OK) == 0, "needs ../shared/corpora"))
  func fixesAreExact() async throws {
    let trees = try await shell("cd '\(Project.sharedCorpora)' && ls -d */specs").output.split(
      separator: "\n")
    #expect(!trees.isEmpty)
    var changes = 0
    for tree in trees {
      let made = try await shell(
        """
        rm -rf read fixed && mkdir read fixed
        for copy in read fixed; do cp -r '\(Project.sharedCorpora)/\(tree)' $copy/specs; done
        """)
      #expect(made.exitCode == 0)
      #expect(try await run(["check", "specs", "--fix", "-q"], in: "fixed").exitCode != 3)
      changes += try await applyFixes()
      let difference = try await shell("diff -r read fixed")
      #expect(difference.exitCode == 0, "\(tree): \(difference.output)")
    }
    #expect(changes > 0)
  }

  /// Applies what reports say until they say nothing more; the number of edits.
  private func applyFixes() async throws -> Int {
    var count = 0
    for _ in 0..<12 {
      let fixes = try SARIFFixes(try await run(["check", "specs", "--format", "sarif"], in: "read").json())
      if fixes.changes.isEmpty { return count }
      for (path, edits) in fixes.changes {
        let file = "\(directory.path)/read/\(path)"
        let before = (try? FileBytes.read(file)) ?? []
        try FileBytes.write(#require(PlainEdits.apply(edits, to: before)), to: file)
        count += edits.count
      }
    }
    Issue.record("the fixes do not settle")
    return count
  }

  private func run(_ arguments: [String], in copy: String) async throws -> Outcome {
    var invocation = Invocation(arguments, directory: "\(directory.path)/\(copy)")
    invocation.variables["STATUSLINT_NOW"] = "2026-09-01T12:00:00Z"
    return try await invocation.run()
  }
}
