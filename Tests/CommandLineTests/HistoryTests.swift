import StatusTestSupport
import Testing

/// `history`, as far as it is not in Corpus/history.
@Suite(.timeLimit(.minutes(5)))
struct HistoryTests {
  private func schema() throws -> JSONSchema {
    JSONSchema(
      try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/history.schema.json")))
  }

  /// A repository in which task 1 is completed by one commit and reopened by the next.
  private func movedTree() async throws -> SampleTree {
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    for (status, value) in [("COMPLETED", "completed"), ("PLANNED", "planned")] {
      try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[\(status)]"), to: "TODO.md")
      try tree.write(
        SampleTree.registry.replacing("\"implementing\"", with: "\"\(value)\""), to: "state.json")
      try await tree.git("commit -q -a -m 'to \(value)'")
    }
    return tree
  }

  private func lines(_ outcome: Outcome) throws -> [JSONValue] {
    try outcome.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
  }

  @Test func everyFormatTellsTheSame() async throws {
    let tree = try await movedTree()
    let text = try await tree.run("history", "1")
    #expect(text.exitCode == 0)
    #expect(text.output.contains("task 1: [IMPLEMENTING] -> [COMPLETED]  (specs/TODO.md, specs/state.json)"))
    #expect(
      text.output.contains("ILLEGAL: [COMPLETED] is final [terminal-status-changed]"),
      "\(text.testDescription)")
    let schema = try schema()
    let json = try await tree.run("history", "--format", "json").json()
    #expect(schema.violations(in: json) == [])
    let events = try lines(await tree.run("history", "--format", "jsonl"))
    #expect(json["events"] == .array(events))
    #expect(events.count { $0["legal"] == .boolean(false) } == 1)
    for option in ["--drift", "--summary"] {
      let json = try await tree.run("history", option, "--format", "json").json()
      #expect(schema.violations(in: json) == [], "\(option)")
    }
  }

  @Test func illegalMovesAreAFinding() async throws {
    let tree = try await movedTree()
    let outcome = try await tree.run("history", "--illegal")
    #expect(outcome.exitCode == 1)
    #expect(outcome.output.split(separator: "\n").count == 2, "\(outcome.testDescription)")
    #expect(try await tree.run("history", "--illegal", "--until", "HEAD~1").exitCode == 0)
    #expect(try await tree.run("history", "--illegal", "--since", "HEAD").exitCode == 0)
    #expect(try await tree.run("history", "--illegal", "--since", "HEAD~1").exitCode == 1)
    #expect(try await tree.run("history", "2", "--illegal").exitCode == 0)
  }

  @Test func aMoveOfAParentIsNotNewInTheMerge() async throws {
    let tree = try await movedTree()
    try await tree.git("checkout -q -b topic HEAD~2")
    try tree.write(
      SampleTree.planText.replacing("Go on [IN PROGRESS]", with: "Go on [COMPLETED]"), to: SampleTree.plan)
    try await tree.git("commit -q -a -m topic && git merge -q -m merge main")
    let events = try lines(await tree.run("history", "--format", "jsonl")).filter {
      $0["kind"] == .string("moved")
    }
    #expect(events.count == 3, "\(events)")
    // A merge that does something of its own says so.
    try await tree.git("checkout -q -b own HEAD~1")
    try await tree.git("merge -q --no-commit main")
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[ABANDONED]"), to: "TODO.md")
    try await tree.git("commit -q -a -m own")
    let own = try lines(await tree.run("history", "--format", "jsonl", "1")).filter {
      $0["to"] == .string("abandoned")
    }
    #expect(own.count == 1)
  }

  @Test func filesThatPartedMeetAgain() async throws {
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[COMPLETED]"), to: "TODO.md")
    try await tree.git("commit -q -a -m list")
    let open = try await tree.run("history", "--drift")
    #expect(open.output.contains("task 1: TODO.md [COMPLETED], state.json [IMPLEMENTING]"))
    #expect(open.output.contains("to now"))
    try tree.write(SampleTree.registry.replacing("\"implementing\"", with: "\"completed\""), to: "state.json")
    try await tree.git("commit -q -a -m registry")
    // The plan is not completed: that is another drift.
    let closed = try await tree.run("history", "--drift").output.split(separator: "\n")
    #expect(closed.count == 4 && !closed[1].contains("to now"), "\(closed)")
    #expect(closed[2].contains(SampleTree.plan) && closed[3].contains("to now"), "\(closed)")
    #expect(try await tree.run("history").output.contains("as the other file"))
  }

  @Test func whatCannotBeParsedIsReported() async throws {
    let tree = try await movedTree()
    try tree.write("{", to: "state.json")
    try await tree.git("commit -q -a -m broken")
    let outcome = try await tree.run("history")
    #expect(outcome.exitCode == 0)
    #expect(outcome.output.contains("specs/state.json is not JSON"), "\(outcome.testDescription)")
  }

  @Test func noRepositoryHasToBeChecked() async throws {
    let tree = try await movedTree()
    let worktree = try await tree.run("history")
    try await tree.git("clone -q --bare . bare.git")
    var bare = tree.invocation("history")
    bare.directory = "\(tree.path)/bare.git"
    #expect(try await bare.run().output == worktree.output)
    try await tree.git("clone -q --depth 1 file://$PWD clone")
    var shallow = tree.invocation("history")
    shallow.directory = "\(tree.path)/clone"
    #expect(try await shallow.run().errors.contains("the clone is shallow"))
    let empty = try SampleTree()
    try await empty.git("init -q -b main .")
    let unborn = try await empty.run("history")
    #expect(unborn.exitCode == 0 && unborn.errors.contains("no commit yet"), "\(unborn.testDescription)")
    let none = try TemporaryDirectory()
    let outcome = try await Invocation(["history"], directory: none.path).run()
    #expect(outcome.exitCode == 2, "\(outcome.testDescription)")
    let plain = try SampleTree()
    #expect(try await plain.run("history").exitCode == 3)
  }

  @Test func namesAndMessagesCannotHarmATerminal() async throws {
    let tree = try SampleTree()
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[COMPLETED]"), to: "TODO.md")
    try await tree.git(
      "-c user.name=\"$(printf 'A\\033[2J\\302\\233x')\" -c user.email=a commit -q -a --author=\"$(printf 'B\\033[2J <b>')\" -m \"$(printf 'm\\033]0;x\\007\\r')\""
    )
    let outcome = try await tree.run("history", "--format", "json")
    #expect(try schema().violations(in: outcome.json()) == [])
  }
}
