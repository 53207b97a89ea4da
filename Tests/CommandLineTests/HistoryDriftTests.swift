import StatusTestSupport
import Testing

/// The times in which files disagreed about a task, and the dates that git knows.
@Suite(.timeLimit(.minutes(5)))
struct HistoryDriftTests {
  private func repository() async throws -> SampleTree {
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    return tree
  }

  private func drift(_ tree: SampleTree) async throws -> [String] {
    let outcome = try await tree.run("history", "--drift")
    try #require(outcome.exitCode == 0, "\(outcome.testDescription)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test func aProjectStateThatSaysTheEndIsFound() async throws {
    let tree = try await repository()
    try tree.write(
      #"{"project_number": 1, "project_name": "first_task", "status": "active"}"#,
      to: "001_first_task/state.json")
    try await tree.git("add -A && git commit -q -m active")
    #expect(try await drift(tree) == [], "active is any status before the end")
    try tree.write(
      #"{"project_number": 1, "project_name": "first_task", "status": "completed"}"#,
      to: "001_first_task/state.json")
    try await tree.git("commit -q -a -m completed")
    let lines = try await drift(tree)
    #expect(
      lines.first?.hasPrefix(
        "task 1: state.json [IMPLEMENTING], specs/001_first_task/state.json [COMPLETED] for ") == true,
      "\(lines)")
    tree.remove("001_first_task/state.json")
    try await tree.git("commit -q -a -m gone")
    #expect(try await drift(tree).last?.contains("to now") == false)
  }

  @Test func aPlanThatIsAheadOfItsTaskIsFound() async throws {
    let tree = try await repository()
    try tree.write(
      SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[PLANNED]"), to: "TODO.md")
    try tree.write(
      SampleTree.registry.replacing("\"implementing\"", with: "\"planned\""), to: "state.json")
    try await tree.git("commit -q -a -m back")
    let lines = try await drift(tree)
    #expect(lines.count == 2, "\(lines)")
    #expect(lines.first?.contains("specs/\(SampleTree.plan) [IN PROGRESS]") == true, "\(lines)")
    #expect(lines.first?.contains("[PLANNED]") == true, "\(lines)")
    let json = try await tree.run("history", "--drift", "--format", "json").json()
    let schema = JSONSchema(
      try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/history.schema.json")))
    #expect(schema.violations(in: json) == [])
  }

  @Test func aMissingDateIsTakenFromGit() async throws {
    let tree = try await repository()
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[PLANNED]"), to: "TODO.md")
    try tree.write(
      SampleTree.registry.replacing("\"implementing\"", with: "\"planned\""), to: "state.json")
    try await tree.git("commit -q -a -m plan && git commit -q --allow-empty -m later")
    /// `check` of that rule, after the commits.
    func check(_ options: String...) async throws -> Outcome {
      var invocation = tree.invocation(["check"] + options + ["--select", "missing-timestamp", "specs"])
      invocation.variables["STATUSLINT_NOW"] = "2026-02-01T12:00:00Z"
      return try await invocation.run()
    }
    let preview = try await check("--diff", "--unsafe-fixes")
    #expect(preview.output.contains("+- **Planned**: 2026-01-15"), "\(preview.testDescription)")
    let safe = try await check("--fix")
    #expect(safe.exitCode == 1)
    let outcome = try await check("--fix", "--unsafe-fixes")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(try tree.read("TODO.md").contains("- **Planned**: 2026-01-15"))
    #expect(try tree.read("state.json").contains("\"planned\": \"2026-01-15\""))
  }

  @Test("a phase gets the date of the commit in which it first had its status")
  func phasesAreDated() async throws {
    let tree = try SampleTree()
    func plan(_ first: String, _ second: String, _ third: String = "NOT STARTED") -> String {
      """
      # Implementation Plan: First task
      - **Status**: [IN PROGRESS]

      ## Implementation Phases
      ### Phase 1: Dig [\(first)]
      - **Goal**: A hole.

      ### Phase 2: Fill [\(second)]
      - **Started**: 2026-01-14T08:00:00Z

      ### Phase 3: Rest [\(third)]

      """
    }
    try tree.write(plan("IN PROGRESS", "IN PROGRESS"), to: SampleTree.plan)
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    try tree.write(plan("IN PROGRESS", "COMPLETED"), to: SampleTree.plan)
    try await tree.git("commit -q -a --date 2026-01-16T09:30:00+02:00 -m second")
    try await tree.git("mv specs moved && mkdir .opencode && git mv moved .opencode/specs")
    try await tree.git("commit -q --date 2026-01-17T09:30:00Z -m 'move the tree'")
    let path = ".opencode/specs/\(SampleTree.plan)"
    try tree.repository.write(plan("IN PROGRESS", "COMPLETED", "IN PROGRESS"), to: path)
    var invocation = tree.invocation(
      "check", "--fix", "--unsafe-fixes", "--select", "missing-timestamp", "--format", "concise")
    invocation.variables["STATUSLINT_NOW"] = "2026-02-01T12:00:00Z"
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 1, "\(outcome.testDescription)")
    #expect(
      outcome.output.contains("the phase has no date for its status \"[IN PROGRESS]\""),
      "what is not committed has no date: \(outcome.testDescription)")
    let text = String(decoding: try FileBytes.read("\(tree.path)/\(path)"), as: UTF8.self)
    let expected = plan("IN PROGRESS", "COMPLETED", "IN PROGRESS")
      .replacing(
        "[IN PROGRESS]\n- **Goal**", with: "[IN PROGRESS]\n- **Started**: 2026-01-15T12:00:00Z\n- **Goal**"
      )
      .replacing("08:00:00Z\n", with: "08:00:00Z\n- **Completed**: 2026-01-16T07:30:00Z\n")
    #expect(text == expected)
  }

  @Test func aStatusThatIsNotCommittedHasNoDate() async throws {
    let tree = try await repository()
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[COMPLETED]"), to: "TODO.md")
    try tree.write(
      SampleTree.registry.replacing("\"implementing\"", with: "\"completed\""), to: "state.json")
    let before = try tree.read("TODO.md")
    let outcome = try await tree.run(
      "check", "--select", "missing-timestamp", "--fix", "--unsafe-fixes", "specs")
    #expect(outcome.exitCode == 1)
    #expect(try tree.read("TODO.md") == before)
  }

  @Test func aPageDrawsTheHistory() async throws {
    let tree = try await repository()
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[COMPLETED]"), to: "TODO.md")
    try await tree.git("commit -q -a -m done")
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[PLANNED]"), to: "TODO.md")
    try await tree.git("commit -q -a --author='E&ve <e@example.org>' -m '</title><img src=x>'")
    let outcome = try await tree.run("history", "--format", "html")
    try #require(outcome.exitCode == 0, "\(outcome.testDescription)")
    let page = outcome.output
    for part in [
      "<h2 id=\"burn-up\">Burn-up</h2>",
      "<th scope=\"row\">2026-01</th><td>2</td><td>1</td><td>1</td><td>2</td>",
      "<h2 id=\"stays\">Time in status</h2>", "<h2 id=\"drift\">Drift</h2>",
      "<h2 id=\"moves\">Illegal moves</h2>", "task 1: [COMPLETED] -&gt; [PLANNED]",
      "[COMPLETED] is final (terminal-status-changed)", "E&amp;ve", "&lt;/title&gt;&lt;img src=x&gt;",
    ] {
      #expect(page.contains(part), "\(part)")
    }
    #expect(!page.contains("<img"))
    var invocation = tree.invocation("history", "--format", "html")
    invocation.variables["SOURCE_DATE_EPOCH"] = "1768600800"
    let earlier = try await invocation.run()
    invocation.variables["STATUSLINT_NOW"] = "2026-03-01T00:00:00Z"
    #expect(try await invocation.run().output == earlier.output, "the time is that of SOURCE_DATE_EPOCH")
    #expect(try await tree.run("history", "--format", "html", "--illegal").exitCode == 1)
    let task = try await tree.run("history", "2", "--format", "html")
    #expect(task.output.contains("Task 2: 1 event, 0 not legal"), "\(task.output)")
    #expect(task.output.contains("The files never disagreed."))
  }
}
