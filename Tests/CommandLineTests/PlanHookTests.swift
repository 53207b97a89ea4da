import StatusTestSupport
import Testing

/// `hook` and `--stdin-path` for plans of other formats.
@Suite(.timeLimit(.minutes(2)))
struct PlanHookTests {
  private static let oven = "openspec/changes/add-oven/tasks.md"
  private static let tracker = "_bmad-output/implementation-artifacts/sprint-status.yaml"
  private static let tasks = ".taskmaster/tasks/tasks.json"

  private func hook(_ event: AgentEvent, in tree: WorkTree) async throws -> Outcome {
    var invocation = tree.invocation(["hook"])
    invocation.input = Array(event.text.utf8)
    return try await invocation.run()
  }

  private func edit(
    _ path: String, _ old: String, _ new: String, in tree: WorkTree, isMade: Bool = false,
    by agent: AgentEvent.Agent = .claude
  ) -> AgentEvent {
    .edit(by: agent, path, old, new, in: tree.path, isMade: isMade)
  }

  private func expectPass(_ outcome: Outcome, _ location: SourceLocation = #_sourceLocation) {
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)", sourceLocation: location)
    #expect(["", "{}\n"].contains(outcome.output), "\(outcome.testDescription)", sourceLocation: location)
  }

  @Test("a box may be ticked by hand, and the agent is told what is left to do")
  func tick() async throws {
    let tree = try await WorkTree(corpus: "openspec-tasks")
    let (old, new) = ("- [ ] 1.2 Fit", "- [x] 1.2 Fit")
    expectPass(try await hook(edit(Self.oven, "- [ ] 1.1 Lay", "- [x] 1.1 Lay", in: tree), in: tree))
    _ = try await tree.run("update add-oven/1.1 --status done")
    expectPass(try await hook(edit(Self.oven, old, new, in: tree), in: tree))
    try tree.write(try tree.read(Self.oven).replacing(old, with: new), to: Self.oven)
    let told = try await hook(edit(Self.oven, old, new, in: tree, isMade: true), in: tree)
    #expect(told.exitCode == 0)
    let command = "statuslint update add-oven/1.2 --status done"
    #expect(
      told.output.contains("the edit leaves box of task 1 (\(Self.oven):7) and 3 more places as it was"),
      "\(told.output)")
    #expect(told.output.contains(command))
    // The command does it, and then nothing is left.
    let done = try await tree.run("update add-oven/1.2 --status done")
    #expect(
      done.output.contains("box of task 1 \" \" -> \"x\"") && done.output.contains("count \"3\" -> \"5\""))
    expectPass(try await hook(edit(Self.oven, old, new, in: tree, isMade: true), in: tree))
    #expect(try await tree.run("update add-oven/1.2 --status done").output.contains("no changes"))
  }

  @Test(
    "an edit that makes something worse is refused, with the command",
    arguments: [AgentEvent.Agent.claude, .codex, .opencode])
  func refusal(agent: AgentEvent.Agent) async throws {
    let tree = try await WorkTree(corpus: "bmad-stories")
    let event = edit(
      Self.tracker, "  1-1-knead-dough: ready-for-dev # the first: \"one\"",
      "  1-1-knead-dough: in-progress # the first: \"one\"", in: tree, by: agent)
    let outcome = try await hook(event, in: tree)
    #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 3 && lines.last == "statuslint update 1-1-knead-dough --status in-progress")
    #expect(outcome.errors.contains("[status-mismatch]") || outcome.errors.contains("[rollup-mismatch]"))
    let command = String(lines.last ?? "").split(separator: " ").dropFirst().map(String.init)
    #expect(try await tree.run(command).exitCode == 0)
    #expect(try await tree.run("check").exitCode == 0)
  }

  @Test("what an edit of another format is refused for, and what may be edited")
  func reasons() async throws {
    let tree = try await WorkTree(corpus: "taskmaster-tasks")
    let done = try await hook(
      edit(
        Self.tasks, "\"title\": \"Sow\", \"status\": \"pending\"", "\"title\": \"Sow\", \"status\": \"done\"",
        in: tree), in: tree)
    #expect(done.exitCode == 2 && done.errors.contains("[unmet-dependency]"), "\(done.testDescription)")
    #expect(done.errors.hasSuffix("statuslint show 2\n"))
    let broken = try await hook(edit(Self.tasks, "\"light\":", "\"light\"", in: tree), in: tree)
    #expect(
      broken.exitCode == 2 && broken.errors.hasSuffix("statuslint explain invalid-json\n"),
      "\(broken.testDescription)")
    expectPass(try await hook(edit(Self.tasks, "\"Lamp\"", "\"Light\"", in: tree), in: tree))
    expectPass(try await hook(edit("notes/tasks.json", "a", "b", in: tree), in: tree))
    expectPass(try await hook(edit(".taskmaster/docs/prd.txt", "a", "b", in: tree), in: tree))
  }

  @Test("a format of the repository's own is judged like the others", arguments: ["gone", "done"])
  func ownFormat(status: String) async throws {
    let tree = try await WorkTree(corpus: "own-ledger")
    let (old, new) = ("Paint the door | todo |", "Paint the door | \(status) |")
    let outcome = try await hook(edit("LEDGER.md", old, new, in: tree), in: tree)
    #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
    #expect(outcome.errors.contains(status == "done" ? "[count-mismatch]" : "[unknown-marker]"))
    expectPass(try await hook(edit("LEDGER.md", "# ", "# The ", in: tree), in: tree))
    // A file that is not there yet belongs to it, too.
    var week = tree.invocation(["check", "--stdin-path", "weeks/2.md"])
    week.input = Array("- [ ] L-77 Window\n".utf8)
    #expect(try await week.run().exitCode != 2)
  }

  @Test("standard input stands in for a file of another format")
  func standardInput() async throws {
    let tree = try await WorkTree(corpus: "openspec-tasks")
    var clean = tree.invocation(["check", "--stdin-path", Self.oven, "--format", "concise"])
    clean.input = Array(try tree.read(Self.oven).utf8)
    #expect(try await clean.run().exitCode == 0)
    var worse = tree.invocation(["check", "--stdin-path", Self.oven, "--format", "concise"])
    worse.input = Array(try tree.read(Self.oven).replacing("2/9", with: "4/9").utf8)
    let outcome = try await worse.run()
    #expect(
      outcome.exitCode == 1 && outcome.output.contains("\(Self.oven):3:15: error: the progress is 4 of 9"),
      "\(outcome.testDescription)")
    var new = tree.invocation([
      "check", "--stdin-path", "openspec/changes/add-door/tasks.md", "--format", "concise",
    ])
    new.input = Array("- [x] 1.1 A\n- [x] 1.1 B\n".utf8)
    let found = try await new.run()
    #expect(
      found.exitCode == 1 && found.output.contains("openspec/changes/add-door/tasks.md:2:"),
      "\(found.testDescription)")
    var fixed = tree.invocation(["check", "--fix", "--stdin-path", Self.oven])
    fixed.input = worse.input
    #expect(try await fixed.run().output == tree.read(Self.oven))
  }
}
