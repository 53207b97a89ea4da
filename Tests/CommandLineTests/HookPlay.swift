import StatusTestSupport
import Testing

/// An agent that edits files by hand, is refused, and does what it is told.
@Suite(.timeLimit(.minutes(5)))
struct HookPlay {
  /// What `check` finds in a tree.
  private static func findings(in tree: SampleTree) async throws -> [Outcome.Finding] {
    try await tree.run("check", tree.root, "--format", "json").findings()
  }

  /// The lines of a refusal: on standard error, or in the answer of Cursor.
  static func lines(of refusal: Outcome) throws -> [String] {
    if refusal.exitCode == 2 { return refusal.errors.split(separator: "\n").map(String.init) }
    let answer = try refusal.json()
    guard answer["permission"] == .string("deny"), case .string(let message)? = answer["agent_message"] else {
      return []
    }
    return message.split(separator: "\n").map(String.init)
  }

  /// Runs the last line of a refusal as it is printed, and checks that it works and leaves no more findings.
  static func expectSuccess(
    of refusal: Outcome, in tree: SampleTree, _ location: SourceLocation = #_sourceLocation
  ) async throws {
    let before = try await findings(in: tree)
    let command = try #require(lines(of: refusal).last, sourceLocation: location)
    var invocation = tree.invocation()
    invocation.shell = "statuslint() { \(try BuiltProgram.path()) \"$@\"; }; \(command)"
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 0, "\(command): \(outcome.testDescription)", sourceLocation: location)
    let after = try await findings(in: tree)
    #expect(Set(after).isSubset(of: before), "\(command): \(after)", sourceLocation: location)
  }

  private struct Step {
    let path: String
    let old: String
    let new: String
  }

  /// The three edits that complete the last phase, its plan and its task, as an agent would make them.
  private static let steps = [
    Step(
      path: "specs/\(SampleTree.plan)", old: "### Phase 2: Go on [IN PROGRESS]",
      new: "### Phase 2: Go on [COMPLETED]"),
    Step(path: "specs/TODO.md", old: "- **Status**: [IMPLEMENTING]", new: "- **Status**: [COMPLETED]"),
    Step(path: "specs/state.json", old: "\"status\": \"implementing\",", new: "\"status\": \"completed\","),
  ]

  @Test(
    "a phase is completed by hand in three files", arguments: [0, 1, 2], AgentEvent.Agent.allCases)
  func completePhase(first: Int, agent: AgentEvent.Agent) async throws {
    let tree = try SampleTree()
    // Without what `check` would say anyway.
    for (name, text) in [("TODO.md", SampleTree.taskList), ("state.json", SampleTree.registry)] {
      try tree.write(text.replacing("2025-12-28T10:00:00Z", with: "2025-12-28"), to: name)
    }
    for step in Self.steps[first...] + Self.steps[..<first] {
      // The agent calls its edit tool only where the hook lets it.
      let text = try tree.read(String(step.path.dropFirst("specs/".count)))
      guard text.contains(step.old) else { continue }
      let event =
        agent == .cursor
        ? AgentEvent.cursorWrite(step.path, text.replacing(step.old, with: step.new), in: tree.path)
        : AgentEvent.edit(by: agent, step.path, step.old, step.new, in: tree.path)
      var invocation = tree.invocation("hook")
      invocation.input = Array(event.text.utf8)
      let outcome = try await invocation.run()
      #expect(outcome.exitCode == (agent == .cursor ? 0 : 2), "\(outcome.testDescription)")
      try await Self.expectSuccess(of: outcome, in: tree)
    }
    #expect(try tree.read("TODO.md").contains("[COMPLETED]"))
    #expect(try tree.read("state.json").contains("\"completed\""))
    #expect(try tree.read(SampleTree.plan).contains("### Phase 2: Go on [COMPLETED]"))
    let left = try await Self.findings(in: tree)
    #expect(left.isEmpty, "\(left)")
  }

  @Test(
    "whatever status an agent writes by hand, the command that it is told works",
    arguments: [
      "NOT STARTED", "RESEARCHING", "RESEARCHED", "PLANNING", "PLANNED", "REVISING", "REVISED",
      "IMPLEMENTING",
      "PARTIAL", "COMPLETED", "BLOCKED", "ABANDONED", "EXPANDED", "IN PROGRESS", "DONE",
    ])
  func everyStatus(word: String) async throws {
    for (number, old) in [(1, "[IMPLEMENTING]"), (2, "[NOT STARTED]")] where "[\(word)]" != old {
      let tree = try SampleTree()
      let event = AgentEvent.edit(by: .claude, "specs/TODO.md", old, "[\(word)]", in: tree.path)
      var invocation = tree.invocation("hook")
      invocation.input = Array(event.text.utf8)
      let outcome = try await invocation.run()
      #expect(outcome.exitCode == 2, "task \(number): \(outcome.testDescription)")
      try await Self.expectSuccess(of: outcome, in: tree)
    }
  }
}
