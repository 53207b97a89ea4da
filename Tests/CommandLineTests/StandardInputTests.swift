import StatusTestSupport
import Testing

/// `--stdin-path`: a file as an editor has it, before it is saved.
@Suite(.timeLimit(.minutes(5)))
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
    }
  }

  /// Of what is not a tracking file there is nothing to say, and "no findings" would be no answer.
  @Test func otherFiles() async throws {
    let tree = try SampleTree()
    for path in ["specs/nope.md", "specs/001_first_task/reports/r.md", "specs/nope/state.json"] {
      let outcome = try await check(path, "[COMPLETED]", in: tree)
      #expect(outcome.exitCode == 2 && outcome.output == "", "\(path) \(outcome.testDescription)")
      #expect(outcome.errors.contains("\(path) is not a tracking file"), "\(outcome.errors)")
      #expect(outcome.errors.contains("tracking files are TODO.md, state.json"), "\(outcome.errors)")
    }
    for path in ["README.md", "/nowhere/x/TODO.md", "../TODO.md", "src/TODO.md", "/", ""] {
      let outcome = try await check(path, "x", in: tree)
      #expect(outcome.exitCode == 2, "\(path) \(outcome.testDescription)")
      #expect(outcome.output == "")
      #expect(outcome.errors.contains("--stdin-path specs/TODO.md"), "\(outcome.errors)")
    }
    // Tracking files that are only about to be written.
    for path in [
      "specs/errors.json", "specs/archive/state.json", "specs/reviews/state.json", "specs/002_x/state.json",
    ] {
      let outcome = try await check(path, "{", in: tree)
      #expect(try outcome.findings().contains { $0.rule == "invalid-json" }, "\(path)")
    }
  }

  /// The tree with the new content is compared with the tree on disk.
  @Test func whatDisappears() async throws {
    let tree = try SampleTree()
    func rules(_ path: String, _ input: String) async throws -> [String] {
      try await check(path, input, in: tree).findings().map(\.rule)
    }
    let list = SampleTree.taskList
    let shortened = String(list[..<(try #require(list.firstRange(of: "### 2.")?.lowerBound))])
    #expect(try await rules("specs/TODO.md", shortened).contains("unlisted-task"))
    #expect(try await rules("specs/state.json", "{}").contains("untracked-task"))
    #expect(try await rules("specs/state.json", "{\"active_projects\": []}").contains("untracked-task"))
    let plan = SampleTree.planText
    let lost = String(plan[..<(try #require(plan.firstRange(of: "### Phase 2")?.lowerBound))])
    let found = try await check("specs/\(SampleTree.plan)", lost, in: tree).findings()
    #expect(found.contains { $0.rule == "vanished-task" && $0.message.contains("phase 2") }, "\(found)")
    // A task that only TODO.md has ever had is in no file any more.
    try tree.write(
      SampleTree.registry.replacing(/,\s*\{\s*"project_number": 2[^}]*\}/, with: ""), to: "state.json")
    let gone = try await check("specs/TODO.md", shortened, in: tree).findings()
    #expect(
      gone.contains { $0.rule == "vanished-task" && $0.message.hasPrefix("task 2 (\"Second task\")") },
      "\(gone)")
    // Archived, it is on record.
    try tree.write(
      "{\"completed_projects\": [{\"project_number\": 2, \"project_name\": \"second_task\"}]}",
      to: "archive/state.json")
    #expect(try await !rules("specs/TODO.md", shortened).contains("vanished-task"))
    // The same content, and a phase more, lose nothing.
    #expect(try await !rules("specs/\(SampleTree.plan)", plan).contains("vanished-task"))
    let more = plan + "\n### Phase 3: End [NOT STARTED]\n"
    #expect(try await !rules("specs/\(SampleTree.plan)", more).contains("vanished-task"))
    // What cannot be read says nothing, also not that something is gone.
    #expect(try await !rules("specs/state.json", "{").contains("vanished-task"))
  }

  @Test func whatDisappearsFromTheOnlyFile() async throws {
    let tree = try SampleTree()
    tree.remove("state.json")
    let list = SampleTree.taskList
    let shortened = String(list[..<(try #require(list.firstRange(of: "### 2.")?.lowerBound))])
    let found = try await check("specs/TODO.md", shortened, in: tree).findings()
    #expect(found.contains { $0.rule == "vanished-task" && $0.message.hasPrefix("task 2") }, "\(found)")
    #expect(
      try await !check("specs/TODO.md", list, in: tree).findings().contains { $0.rule == "vanished-task" })
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
    #expect(try narrowed.findings() == [])
    #expect(narrowed.exitCode == 0)
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
        #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
      }
    }
    var large = tree.invocation("check", "--stdin-path", "specs/TODO.md", "--size-limit", "10")
    large.input = Array(repeating: 0x78, count: 11)
    let outcome = try await large.run()
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("limit of 10"))
  }
}
