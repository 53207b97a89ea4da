import StatusTestSupport
import Testing

/// `--stdin-path`: a file as an editor has it, before it is saved.
@Suite(.timeLimit(.minutes(1)))
struct StandardInputTests {
  private func check(_ path: String, _ input: String, in tree: SampleTree, from directory: String? = nil)
    async throws -> Outcome
  {
    var invocation = tree.invocation("check", "--stdin-path", path, "--format", "json")
    invocation.input = Array(input.utf8)
    if let directory { invocation.directory = directory }
    return try await invocation.run()
  }

  @Test func standardInputIsJudgedInstead() async throws {
    let tree = try SampleTree()
    let spoiled = SampleTree.taskList.replacing("[NOT STARTED]", with: "[COMPLETED]")
    let found = try await check("specs/TODO.md", spoiled, in: tree).findings()
    #expect(found.contains { $0.rule == "status-mismatch" && $0.path == "specs/TODO.md" }, "\(found)")
    #expect(found.allSatisfy { $0.path == "specs/TODO.md" })
    for path in ["./specs/TODO.md", "\(tree.path)/specs/TODO.md", "specs/../specs/TODO.md"] {
      #expect(try await check(path, spoiled, in: tree).findings() == found, "\(path)")
    }
    #expect(
      try await check("../TODO.md", spoiled, in: tree, from: "\(tree.path)/specs/001_first_task").findings()
        == found)
    // The file itself stays out of it, and as it was.
    #expect(try FileBytes.read("\(tree.path)/specs/TODO.md") == Array(SampleTree.taskList.utf8))
    #expect(
      try await !check("specs/TODO.md", SampleTree.taskList, in: tree).findings().contains {
        $0.rule == "status-mismatch"
      })
  }

  @Test func theRegistry() async throws {
    let tree = try SampleTree()
    let spoiled = SampleTree.registry.replacing("not_started", with: "completed")
    let outcome = try await check("specs/state.json", spoiled, in: tree)
    #expect(try outcome.findings().contains { $0.rule == "status-mismatch" && $0.path == "specs/TODO.md" })
    #expect(outcome.exitCode == 1)
  }

  @Test func filesThatAreNotThereYet() async throws {
    let tree = try SampleTree()
    tree.remove("TODO.md")
    #expect(
      try await check("specs/TODO.md", SampleTree.taskList, in: tree).findings().allSatisfy {
        $0.rule != "unreadable-file"
      })
    let plan = SampleTree.planText.replacing("**Status**: [IN PROGRESS]", with: "**Status**: [COMPLETED]")
      .replacing("1 - First", with: "2 - Second")
    try tree.write(SampleTree.taskList.replacing(/- \*\*Plan.*\n/, with: ""), to: "TODO.md")
    for path in [
      "specs/002_second_task/plans/implementation-001.md", "specs/001_first_task/plans/implementation-002.md",
    ] {
      let found = try await check(path, plan, in: tree).findings()
      #expect(found.contains { $0.rule == "plan-status-mismatch" && $0.path == path }, "\(path): \(found)")
      #expect(found.allSatisfy { $0.path == path })
    }
  }

  /// What is no tracking file has no findings; what lies in no tree is a mistake.
  @Test func otherFiles() async throws {
    let tree = try SampleTree()
    let report = try await check("specs/001_first_task/reports/r.md", "[COMPLETED]", in: tree)
    #expect(report.exitCode == 0)
    for path in ["README.md", "/nowhere/x/TODO.md", "../TODO.md", "src/TODO.md", "/", ""] {
      let outcome = try await check(path, "x", in: tree)
      #expect(outcome.exitCode == 2, "\(path) \(outcome.testDescription)")
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("--stdin-path specs/TODO.md"), "\(outcome.errors)")
    }
  }

  @Test func projectDirectoriesReachedByLinks() async throws {
    let tree = try SampleTree()
    try tree.repository.write(SampleTree.planText, to: "kept/plans/implementation-001.md")
    tree.remove("001_first_task")
    try tree.repository.link("specs/001_first_task", to: "../kept")
    try tree.repository.link("link", to: "specs")
    let spoiled = SampleTree.planText.replacing("**Status**: [IN PROGRESS]", with: "**Status**: [COMPLETED]")
    for path in ["specs/\(SampleTree.plan)", "link/\(SampleTree.plan)"] {
      let found = try await check(path, spoiled, in: tree).findings()
      #expect(
        found.contains { $0.rule == "plan-status-mismatch" && $0.path == "specs/\(SampleTree.plan)" },
        "\(found)")
    }
    let narrowed = try await tree.run("check", "specs/001_first_task", "--format", "json")
    #expect(try narrowed.findings().allSatisfy { $0.path.hasPrefix("specs/001_first_task/") })
    #expect(narrowed.exitCode == 0 || narrowed.exitCode == 1)
  }

  @Test func oddInput() async throws {
    let tree = try SampleTree()
    for input in [[], [0], [0xFF, 0xFE], Array("\u{1B}[31m".utf8), [UInt8](repeating: 0x78, count: 100_000)]
      as [[UInt8]]
    {
      for path in ["specs/TODO.md", "specs/state.json", "specs/\(SampleTree.plan)"] {
        var invocation = tree.invocation("check", "--stdin-path", path)
        invocation.input = input
        let outcome = try await invocation.run()
        #expect(outcome.exitCode == 0 || outcome.exitCode == 1, "\(outcome.testDescription)")
      }
    }
    var large = tree.invocation("check", "--stdin-path", "specs/TODO.md", "--size-limit", "10")
    large.input = Array(repeating: 0x78, count: 11)
    let outcome = try await large.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("limit of 10"))
  }
}
