import StatusTestSupport
import Testing

/// `check --diff`: a patch that gives what `--fix` gives, whoever applies it.
struct DiffTests {
  /// What is fixed in plans that are not current, too.
  private static let rules = "nonstandard-marker,timestamp-form,unknown-state-status"

  private static func shell(
    _ code: String, in tree: BrokenTree, _ location: SourceLocation = #_sourceLocation
  )
    async throws -> Outcome
  {
    var invocation = tree.sample.invocation("check", "specs", "--diff", "--select", rules)
    invocation.shell = "export HOME=. LC_ALL=C; \(code)"
    return try await invocation.run(location)
  }

  @Test func aPatchAndNothingElse() async throws {
    let tree = try BrokenTree()
    let outcome = try await tree.run("check", "specs", "--diff", "--select", "nonstandard-marker")
    #expect(outcome.exitCode == 1)
    #expect(
      outcome.output == """
        diff --git a/specs/001_first_task/plans/implementation-001.md b/specs/001_first_task/plans/implementation-001.md
        --- a/specs/001_first_task/plans/implementation-001.md
        +++ b/specs/001_first_task/plans/implementation-001.md
        @@ -3,7 +3,7 @@
         - **Task**: 1 - First task
         - **Status**: [IN PROGRESS]
        \u{20}
        -### Phase 1: Begin [COMPLETE]
        +### Phase 1: Begin [COMPLETED]
        \u{20}
         - **Started**: 2025-12-28T10:00:00Z
         - **Completed**: 2025-12-28T11:00:00Z
        diff --git a/specs/TODO.md b/specs/TODO.md
        --- a/specs/TODO.md
        +++ b/specs/TODO.md
        @@ -13,5 +13,5 @@
         - **Plan**: [Plan](001_first_task/plans/implementation-001.md)
        \u{20}
         ### 2. Second task
        -- **Status**: [not started]
        +- **Status**: [NOT STARTED]
         - **Language**: general

        """)
    #expect(outcome.errors == "statuslint: 2 findings would be fixed in 2 files\n")
    for file in BrokenTree.files { #expect(try tree.read(file) == BrokenTree.broken(file)) }
    let nothing = try await tree.run("check", "specs", "--diff", "--select", "byte-order-mark")
    #expect(nothing.exitCode == 0 && nothing.output == "" && nothing.errors == "")
  }

  /// Names that git has to quote, line ends of all kinds, and a file without one at its end.
  @Test(arguments: ["git apply p", "patch -s -p1 <p"])
  func whoeverAppliesIt(command: String) async throws {
    let tree = try BrokenTree()
    let fixed = try BrokenTree()
    for tree in [tree, fixed] {
      try tree.write(String(BrokenTree.taskList.dropLast()), to: "TODO.md")
      try tree.write(BrokenTree.registry.replacing("\n", with: "\r\n"), to: "state.json")
      for name in ["002_a b", "003_\"q\\", "004_\u{E9}", "005_  x "] {
        try tree.write(BrokenTree.plan, to: "\(name)/plans/plan.md")
      }
      let odd = Array("\(tree.path)/specs/".utf8)
      try tree.write(BrokenTree.plan, to: "006_x/plans/plan.md")
      try RawFiles.rename(odd + Array("006_x".utf8), to: odd + Array("006_".utf8) + [0xFF, 0x07])
    }
    let outcome = try await Self.shell(
      #""$@" >p; \#(command) && rm p"#, in: tree)
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(outcome.errors == "statuslint: 10 findings would be fixed in 8 files\n")
    _ = try await fixed.fix(["specs", "--select", Self.rules])
    let digest = "find specs -type f -print0 | sort -z | xargs -0 cksum | cat -v"
    let one = try await Self.shell(digest, in: tree)
    let other = try await Self.shell(digest, in: fixed)
    #expect(one.output == other.output)
    #expect(one.output.split(separator: "\n").count == 8)
    #expect(try tree.read("TODO.md") == String(BrokenTree.fixed("TODO.md").dropLast()))
    #expect(try tree.read("002_a b/plans/plan.md") == SampleTree.planText)
  }

  @Test func aReportMayBeWrittenBesides() async throws {
    let tree = try BrokenTree()
    let outcome = try await tree.run("check", "specs", "--diff", "--report", "json=report.json")
    #expect(outcome.exitCode == 1)
    let report = try JSONValue(parsing: try FileBytes.read("\(tree.path)/report.json"))
    #expect(report["summary"]?["fixable"] == 5 && report["fixed"] == .array([]))
  }

  @Test func ofStandardInput() async throws {
    let tree = try BrokenTree()
    var invocation = tree.sample.invocation("check", "--diff", "--stdin-path", "specs/TODO.md")
    invocation.input = Array(SampleTree.taskList.utf8)
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.contains("-- **Started**: 2025-12-28T10:00:00Z\n+- **Started**: 2025-12-28\n"))
    #expect(!outcome.output.contains("state.json"))
  }
}
