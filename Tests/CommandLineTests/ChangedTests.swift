import StatusTestSupport
import Testing

/// `check --changed`.
@Suite(.timeLimit(.minutes(5)))
struct ChangedTests {
  /// A committed tree in which a task has a marker that is misspelled.
  private func committedTree() async throws -> SampleTree {
    let tree = try SampleTree()
    try tree.write(SampleTree.taskList.replacing("[NOT STARTED]", with: "[STARTED NOT]"), to: "TODO.md")
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    return tree
  }

  private func findings(
    _ tree: SampleTree, _ arguments: String..., location: SourceLocation = #_sourceLocation
  )
    async throws -> [String]
  {
    let words =
      [
        "check", "--select", "unknown-marker,status-mismatch,untracked-task,unlisted-task", "--format",
        "json",
      ] + arguments
    let outcome = try await tree.run(words, location: location)
    return try outcome.findings(location).map { "\($0.rule) \($0.path)" }
  }

  @Test func onlyFindingsInChangedLinesAreShown() async throws {
    let tree = try await committedTree()
    #expect(try await findings(tree) == ["unknown-marker specs/TODO.md"])
    #expect(try await findings(tree, "--changed") == [])
    let text = SampleTree.planText.replacing("Go on [IN PROGRESS]", with: "Go on [GOING ON]")
    try tree.write(text, to: SampleTree.plan)
    #expect(try await findings(tree, "--changed") == ["unknown-marker specs/\(SampleTree.plan)"])
    #expect(try await findings(tree, "--changed=HEAD", "specs/TODO.md") == [])
    // A contradiction has two places, and one of them has changed.
    try tree.write(SampleTree.registry.replacing("\"implementing\"", with: "\"planned\""), to: "state.json")
    #expect(try await findings(tree, "--changed").contains("status-mismatch specs/TODO.md"))
  }

  @Test func filesThatGitDoesNotKnowHaveChanged() async throws {
    let tree = try await committedTree()
    try tree.write(
      SampleTree.planText.replacing("[COMPLETED]", with: "[DONE]"),
      to: "001_first_task/plans/implementation-002.md")
    #expect(
      try await findings(tree, "--changed").contains(
        "unknown-marker specs/001_first_task/plans/implementation-002.md"))
  }

  @Test func whatIsMissingFromAChangedFileIsShown() async throws {
    let tree = try await committedTree()
    try tree.write(
      SampleTree.taskList.replacing("### 2. Second task", with: "### 3. Third task"), to: "TODO.md")
    let shown = try await findings(tree, "--changed")
    #expect(shown.contains("untracked-task specs/TODO.md"))
    #expect(shown.contains("unlisted-task specs/state.json"))
  }

  @Test func whatIsRemovedFromAFileIsMissingThere() async throws {
    let tree = try await committedTree()
    try tree.write(
      SampleTree.registry.replacing("\"project_number\": 2", with: "\"number\": 2"), to: "state.json")
    #expect(try await findings(tree, "--changed").contains("untracked-task specs/TODO.md"))
  }

  @Test(
    "a line that is removed is missing from its task, whatever line was before it",
    arguments: [
      ("- **Language**: general\n", "missing-task-field"),
      ("- **Started**: 2025-12-28T10:00:00Z\n", "missing-timestamp"),
    ])
  func aRemovedLineIsMissing(_ line: String, _ rule: String) async throws {
    let tree = try await committedTree()
    let text = SampleTree.taskList.replacing("[NOT STARTED]", with: "[STARTED NOT]")
    try tree.write(text.replacing(line, with: "", maxReplacements: 1), to: "TODO.md")
    let outcome = try await tree.run("check", "--changed", "--format", "json", "--select", rule)
    #expect(try outcome.findings().map(\.rule) == [rule])
  }

  @Test func everythingHasChangedBeforeTheFirstCommit() async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.taskList.replacing("[NOT STARTED]", with: "[STARTED NOT]"), to: "TODO.md")
    try await tree.git("init -q -b main .")
    #expect(try await findings(tree, "--changed") == ["unknown-marker specs/TODO.md"])
  }

  @Test func aMergeBaseIsWhereABranchBegan() async throws {
    let tree = try await committedTree()
    try await tree.git("checkout -q -b topic")
    try tree.write(
      SampleTree.planText.replacing("Begin [COMPLETED]", with: "Begin [DID]"), to: SampleTree.plan)
    try await tree.git("commit -q -a -m topic && git checkout -q main")
    try tree.write(SampleTree.taskList, to: "TODO.md")
    try await tree.git("commit -q -a -m main && git checkout -q topic")
    let plan = "unknown-marker specs/\(SampleTree.plan)"
    #expect(try await findings(tree, "--changed=main...") == [plan])
    #expect(Set(try await findings(tree, "--changed=main")) == [plan, "unknown-marker specs/TODO.md"])
    #expect(try await findings(tree, "--changed") == [])
  }

  @Test func lineEndsAreNotChanges() async throws {
    let tree = try await committedTree()
    let text = SampleTree.taskList.replacing("[NOT STARTED]", with: "[STARTED NOT]")
    try tree.write(text.replacing("\n", with: "\r\n"), to: "TODO.md")
    #expect(try await findings(tree, "--changed") == [])
  }

  @Test func fixesStayInChangedLines() async throws {
    let tree = try await committedTree()
    try tree.write(SampleTree.taskList.replacing("[NOT STARTED]", with: "[Not Started]"), to: "TODO.md")
    try await tree.git("commit -q -a -m more")
    try tree.write(
      SampleTree.planText.replacing("Go on [IN PROGRESS]", with: "Go on [In Progress]"), to: SampleTree.plan)
    let outcome = try await tree.run("check", "--changed", "--fix", "--select", "nonstandard-marker")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(try FileBytes.read("\(tree.path)/specs/\(SampleTree.plan)") == Array(SampleTree.planText.utf8))
    #expect(
      String(decoding: try FileBytes.read("\(tree.path)/specs/TODO.md"), as: UTF8.self).contains(
        "[Not Started]"))
  }

  @Test(
    "what git cannot tell is an error",
    arguments: [
      ("--changed=nothing", 2, "\"nothing\" is not a commit of the repository"),
      ("--changed=--output=x", 2, "invalid value \"--output=x\" for --changed"),
      ("--changed=a..b", 2, "invalid value \"a..b\" for --changed"),
    ])
  func questionsAreRefused(_ option: String, _ code: Int32, _ message: String) async throws {
    let outcome = try await committedTree().run("check", option)
    #expect(outcome.exitCode == code)
    #expect(outcome.errors.contains(message), "\(outcome.testDescription)")
  }

  @Test func withoutARepositoryThereIsNoAnswer() async throws {
    // A file .git/HEAD alone is not a repository.
    let plain = try SampleTree()
    let outcome = try await plain.run("check", "--changed")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("is not in a git repository"), "\(outcome.testDescription)")
    #expect(outcome.outputBytes.isEmpty)
    let tree = try await committedTree()
    var invocation = tree.invocation("check", "--changed")
    invocation.variables["PATH"] = ".:"
    let missing = try await invocation.run()
    #expect(missing.exitCode == 3)
    #expect(missing.errors.contains("git is not in PATH"))
  }

  @Test func aMissingObjectIsAnError() async throws {
    let tree = try await committedTree()
    try await tree.git(
      "rev-parse HEAD && rm -f .git/objects/$(git rev-parse HEAD:specs/TODO.md | sed 's|^..|&/|')")
    let outcome = try await tree.run("check", "--changed")
    #expect(outcome.exitCode == 3)
    #expect(outcome.errors.contains("is missing from the repository"), "\(outcome.testDescription)")
  }
}
