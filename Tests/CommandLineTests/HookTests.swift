import StatusTestSupport
import Testing

/// `statuslint hook`: what each agent is told about its events.
@Suite(.timeLimit(.minutes(5)))
struct HookTests {
  private typealias Agent = AgentEvent.Agent
  private static let plan = "specs/\(SampleTree.plan)"
  private static let oldPhase = "### Phase 2: Go on [IN PROGRESS]"
  private static let newPhase = "### Phase 2: Go on [COMPLETED]"

  private func hook(_ event: AgentEvent, in tree: SampleTree, _ arguments: String...) async throws -> Outcome
  {
    var invocation = tree.invocation(["hook"] + arguments)
    invocation.input = Array(event.text.utf8)
    // The working directory is that of the event.
    invocation.directory = "/"
    return try await invocation.run()
  }

  private func expectPass(_ outcome: Outcome, _ location: SourceLocation = #_sourceLocation) {
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)", sourceLocation: location)
    #expect(["", "{}\n"].contains(outcome.output), "\(outcome.testDescription)", sourceLocation: location)
  }

  // MARK: Before an edit

  @Test("an edit of one of several files is refused with the command", arguments: Agent.allCases)
  private func refusal(agent: Agent) async throws {
    let tree = try SampleTree()
    let event = AgentEvent.edit(by: agent, Self.plan, Self.oldPhase, Self.newPhase, in: tree.path)
    let outcome = try await hook(event, in: tree)
    let isAnswered = agent == .cursor
    #expect(outcome.exitCode == (isAnswered ? 0 : 2), "\(outcome.testDescription)")
    #expect((isAnswered ? outcome.errors : outcome.output).isEmpty, "\(outcome.testDescription)")
    let lines = try HookPlay.lines(of: outcome)
    #expect(lines.count == 3)
    #expect(lines.last == "statuslint update 1 --status completed --phase 2=completed")
  }

  @Test("a text that says nothing about statuses may be edited", arguments: Agent.allCases)
  private func pass(agent: Agent) async throws {
    let tree = try SampleTree()
    expectPass(
      try await hook(
        .edit(by: agent, "specs/TODO.md", "### 2. Second task", "### 2. Second things", in: tree.path),
        in: tree))
    expectPass(try await hook(.edit(by: agent, "src/a.py", "[PLANNED]", "[DONE]", in: tree.path), in: tree))
  }

  @Test("what an edit is refused for")
  func reasons() async throws {
    let tree = try SampleTree()
    let edits = [
      ("specs/TODO.md", "[NOT STARTED]", "[COMPLETED]", "status-mismatch", "update 2 --status in_progress"),
      ("specs/TODO.md", "[IMPLEMENTING]", "[NOT STARTED]", "illegal-transition", ""),
      (
        "specs/TODO.md", "- **Started**: 2025-12-28T10", "- **Started**: 2025-12-29T10", "started-rewritten",
        "show 1"
      ),
      (
        "specs/state.json", "\"not_started\"", "\"researching\"", "status-mismatch",
        "update 2 --status researching"
      ),
      (Self.plan, "[IN PROGRESS]\n\n### Phase 1", "[COMPLETED]\n\n### Phase 1", "plan-status-mismatch", ""),
      (Self.plan, "### Phase 1: Begin [COMPLETED]", "### Phase 3: Begin [COMPLETED]", "vanished-task", ""),
      (
        "specs/state.json", "\"next_project_number\"", "next_project_number", "invalid-json",
        "explain invalid-json"
      ),
    ]
    for (path, old, new, rule, command) in edits {
      let outcome = try await hook(.edit(by: .claude, path, old, new, in: tree.path), in: tree)
      #expect(outcome.exitCode == 2, "\(rule): \(outcome.testDescription)")
      #expect(outcome.errors.contains("[\(rule)]"), "\(outcome.testDescription)")
      #expect(
        outcome.errors.hasSuffix(command.isEmpty ? "\n" : "statuslint \(command)\n"), "\(outcome.errors)")
    }
  }

  @Test("a block without a reason is answered with the command that takes one")
  func lacksReason() async throws {
    let tree = try SampleTree()
    let edits = [
      ("specs/TODO.md", "[NOT STARTED]", "[BLOCKED]", "update 2 --status blocked --reason TEXT"),
      (Self.plan, Self.oldPhase, "### Phase 2: Go on [BLOCKED]", "--phase 2=blocked --reason TEXT"),
    ]
    for (path, old, new, command) in edits {
      let outcome = try await hook(.edit(by: .claude, path, old, new, in: tree.path), in: tree)
      #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
      let lines = outcome.errors.split(separator: "\n")
      #expect(lines.count == 3 && lines[1].contains(command), "\(outcome.errors)")
      #expect(lines.last?.hasPrefix("statuslint show ") ?? false, "\(outcome.errors)")
      let literal = try await tree.run("update", "2", "--status", "blocked", "--reason", "TEXT")
      #expect(literal.exitCode == 1, "\(literal.testDescription)")
    }
  }

  @Test("the reason of a blocked phase is a part of the command")
  func phaseReason() async throws {
    let tree = try SampleTree()
    let new =
      "### Phase 2: Go on [BLOCKED]\n- **Blocked**: 2025-12-28T12:00:00Z, Reason: no grease"
    let outcome = try await hook(.edit(by: .claude, Self.plan, Self.oldPhase, new, in: tree.path), in: tree)
    #expect(outcome.errors.hasSuffix("--phase 2=blocked --reason 'no grease'\n"), "\(outcome.errors)")
    try await HookPlay.expectSuccess(of: outcome, in: tree)
  }

  @Test("a tree that contradicts itself may be edited, and may not get worse")
  func drifted() async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.registry.replacing("not_started", with: "completed"), to: "state.json")
    expectPass(
      try await hook(
        .edit(by: .claude, "specs/TODO.md", "Second task", "Other task", in: tree.path), in: tree))
    // It takes the contradiction away.
    expectPass(
      try await hook(
        .edit(by: .claude, "specs/state.json", "\"completed\"", "\"not_started\"", in: tree.path), in: tree))
    let worse = try await hook(
      .edit(by: .claude, "specs/TODO.md", "[IMPLEMENTING]", "[BLOCKED]", in: tree.path), in: tree)
    #expect(worse.exitCode == 2, "\(worse.testDescription)")
    // The command for task 2 would be refused, as the files disagree.
    let other = try await hook(
      .edit(by: .claude, "specs/TODO.md", "[NOT STARTED]", "[RESEARCHING]", in: tree.path), in: tree)
    #expect(other.errors.hasSuffix("statuslint show 2\n"), "\(other.testDescription)")
  }

  @Test("a new task and a new plan take several steps, of which none is refused")
  func severalSteps() async throws {
    let tree = try SampleTree()
    let entry = "### 3. Third task\n- **Status**: [NOT STARTED]\n- **Language**: general\n\n### 2. Second"
    expectPass(
      try await hook(.edit(by: .claude, "specs/TODO.md", "### 2. Second", entry, in: tree.path), in: tree))
    let text = SampleTree.planText.replacing("1 - First", with: "2 - Second").replacing(
      "First", with: "Second"
    )
    .replacing("[IN PROGRESS]", with: "[NOT STARTED]").replacing("[COMPLETED]", with: "[NOT STARTED]")
    .replacing(/- \*\*(Started|Completed)\*\*.*\n/, with: "")
    let members = [
      "\"file_path\":\"\(tree.path)/specs/002_second_task/plans/implementation-001.md\"",
      "\"content\":\(AgentEvent.quoted(text))",
    ]
    expectPass(try await hook(.claude("Write", members, tree.path, false), in: tree))
  }

  @Test("files that are written as a whole")
  func wholeFiles() async throws {
    let tree = try SampleTree()
    func write(_ path: String, _ text: String) async throws -> Outcome {
      let members = ["\"file_path\":\(AgentEvent.quoted(path))", "\"content\":\(AgentEvent.quoted(text))"]
      return try await hook(.claude("Write", members, tree.path, false), in: tree)
    }
    let (list, registry, plan) = (SampleTree.taskList, SampleTree.registry, SampleTree.planText)
    let refused = [
      ("specs/state.json", "{}"), ("specs/state.json", "{"), ("specs/TODO.md", ""),
      ("specs/TODO.md", String(list[..<(try #require(list.firstRange(of: "### 2.")?.lowerBound))])),
      ("specs/TODO.md", list.replacing("[IMPLEMENTING]", with: "[COMPLETED]")),
      ("specs/state.json", registry.replacing("implementing", with: "completed")),
      (Self.plan, String(plan[..<(try #require(plan.firstRange(of: "### Phase 2")?.lowerBound))])),
      (Self.plan, plan.replacing("### Phase 1: Begin [COMPLETED]", with: "### Phase 1: Begin [DONE]")),
    ]
    for (path, text) in refused {
      let outcome = try await write(path, text)
      #expect(outcome.exitCode == 2, "\(path): \(text)")
      try await HookPlay.expectSuccess(of: outcome, in: tree)
    }
    let passing = [
      ("README.md", "x"), ("specs/001_first_task/reports/research-001.md", "x"), ("app/state.json", "{}"),
      ("TODO.md", "- milk"), ("docs/plans/a.md", "x"), ("specs/001_first_task/reports/plans/notes.md", "x"),
    ]
    for (path, text) in passing { expectPass(try await write(path, text)) }
  }

  // MARK: After an edit, at the end and at the beginning

  @Test("after an edit, the agent is told what to do", arguments: Agent.allCases)
  private func context(agent: Agent) async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.planText.replacing(Self.oldPhase, with: Self.newPhase), to: SampleTree.plan)
    let event = AgentEvent.edit(
      by: agent, Self.plan, Self.oldPhase, Self.newPhase, in: tree.path, isMade: true)
    let outcome = try await hook(event, in: tree)
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(outcome.output.contains("undo the edit"), "\(outcome.testDescription)")
    #expect(outcome.output.contains("statuslint update 1 --status completed --phase 2=completed"))
    if agent != .opencode {
      let name = agent == .cursor ? "additional_context" : "hookSpecificOutput"
      #expect(try outcome.json()[name] != nil)
    }
  }

  @Test("an agent that stops is told once about contradictions that it made")
  func stop() async throws {
    let tree = try SampleTree()
    try await tree.git("init -q && git add -A && git commit -qm before")
    let event = { (isActive: Bool) in
      AgentEvent(
        text:
          "{\"cwd\":\(AgentEvent.quoted(tree.path)),\"hook_event_name\":\"Stop\",\"stop_hook_active\":\(isActive)}"
      )
    }
    let cursor = AgentEvent.cursor("stop", ["\"status\":\"completed\"", "\"loop_count\":0"], tree.path)
    expectPass(try await hook(event(false), in: tree))
    try tree.write(SampleTree.registry.replacing("not_started", with: "completed"), to: "state.json")
    let outcome = try await hook(event(false), in: tree)
    #expect(
      outcome.exitCode == 2 && outcome.errors.contains("[status-mismatch]"), "\(outcome.testDescription)")
    expectPass(try await hook(event(true), in: tree))
    let followUp = try await hook(cursor, in: tree).json()["followup_message"]
    #expect(followUp.debugDescription.contains("status-mismatch"))
    try await tree.git("add -A && git commit -qm after")
    expectPass(try await hook(event(false), in: tree))
  }

  @Test("a session begins with three lines")
  func start() async throws {
    let tree = try SampleTree()
    let event = AgentEvent(
      text:
        "{\"cwd\":\(AgentEvent.quoted(tree.path)),\"hook_event_name\":\"SessionStart\",\"source\":\"startup\"}"
    )
    let outcome = try await hook(event, in: tree)
    let context = try outcome.json()["hookSpecificOutput"]?["additionalContext"]
    guard case .string(let text) = context else {
      Issue.record("\(outcome.testDescription)")
      return
    }
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].contains("task 1 (implementing)"))
    #expect(lines[1].contains("phase 2: Go on") && lines[1].contains("statuslint resume 1"))
  }

  // MARK: Its own failures

  @Test("it never blocks by its own failure")
  func failures() async throws {
    let tree = try SampleTree()
    for text in [
      "", "{", "[]", "{}", "null", "\u{0}", #"{"hook_event_name":"Nonsense"}"#, #"{"hook_event_name":1}"#,
    ] {
      let outcome = try await hook(AgentEvent(text: text), in: tree)
      #expect(outcome.exitCode == 0 && outcome.output.isEmpty, "\(text): \(outcome.testDescription)")
      #expect(outcome.errors.contains("statuslint: error: "), "\(text): \(outcome.testDescription)")
    }
    let event = AgentEvent.edit(by: .claude, "specs/TODO.md", "[NOT STARTED]", "[COMPLETED]", in: tree.path)
    for arguments in [
      ["--agent", "eliza"], ["--bogus"], ["more"], ["--profile", "x"], ["--config", "/nowhere"],
    ] {
      var invocation = tree.invocation(["hook"] + arguments)
      invocation.input = Array(event.text.utf8)
      let outcome = try await invocation.run()
      #expect(outcome.exitCode == 0 && !outcome.errors.isEmpty, "\(arguments): \(outcome.testDescription)")
    }
    var clock = tree.invocation("hook")
    clock.variables["STATUSLINT_NOW"] = "x"
    #expect(try await clock.run().exitCode == 0)
    let outside = try await hook(.edit(by: .claude, "TODO.md", "a", "b", in: "/nowhere"), in: tree)
    #expect(
      outside.exitCode == 0 && outside.errors.contains("not in a specs tree"), "\(outside.testDescription)")
    let gone = AgentEvent.edit(by: .claude, "specs/001_first_task/plans/x.md", "a", "b", in: tree.path)
    expectPass(try await hook(gone, in: tree))
    try tree.write([0xFF, 0x00], to: "state.json")
    expectPass(
      try await hook(.edit(by: .claude, "specs/TODO.md", "Second", "Other", in: tree.path), in: tree))
  }

  @Test("ten megabytes of content")
  func largeContent() async throws {
    let tree = try SampleTree()
    let text = SampleTree.taskList + String(repeating: "a line of text\n", count: 700_000)
    let members = ["\"file_path\":\"\(tree.path)/specs/TODO.md\"", "\"content\":\(AgentEvent.quoted(text))"]
    expectPass(try await hook(.claude("Write", members, tree.path, false), in: tree))
  }

  @Test("from elsewhere, the command says which tree")
  func elsewhere() async throws {
    let tree = try SampleTree(root: "work/specs")
    let event = AgentEvent.edit(
      by: .claude, "work/specs/TODO.md", "[NOT STARTED]", "[RESEARCHING]", in: tree.path)
    let outcome = try await hook(event, in: tree)
    #expect(outcome.errors.hasSuffix("statuslint update 2 --status researching --root work/specs\n"))
    try await HookPlay.expectSuccess(of: outcome, in: tree)
  }
}
