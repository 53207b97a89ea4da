import StatusTestSupport
import Testing

/// `show` and `update` of plans of other formats, beside what Corpus/sync shows.
@Suite(.timeLimit(.minutes(2)))
struct PlanMoveTests {
  private static let tasks = ".taskmaster/tasks/tasks.json"

  @Test(
    "what show prints for programs follows its schema",
    arguments: [
      ("openspec-tasks", "add-oven"), ("spec-kit-tasks", "001"), ("kiro-tasks", "fence/1"),
      ("backlog-tasks", "1.1"), ("bmad-stories", "1.1"), ("taskmaster-tasks", "light:1"),
      ("taskmaster-tasks", "nothing"),
    ])
  func shownObjectsFollowTheSchema(name: String, id: String) async throws {
    let tree = try await WorkTree(corpus: name)
    let schema = JSONSchema(
      try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/show.schema.json")))
    let all = try await tree.run("show --format json").json()
    #expect(schema.violations(in: all) == [], "\(all)")
    let one = try await tree.run(["show", id, "--format", "json"]).json()
    #expect(schema.violations(in: one) == [], "\(one)")
  }

  @Test("every place of a subject has its line and column")
  func places() async throws {
    let tree = try await WorkTree(corpus: "bmad-stories")
    let story = try await tree.run("show 1-1-knead-dough --format json").json()
    #expect(story["format"] == "bmad" && story["parent"] == "epic-1" && story["stage"] == "open")
    let claims = try #require(story["claims"])
    #expect(claims[0]?["line"] == 8 && claims[0]?["column"] == 20 && claims[0]?["status"] == "ready-for-dev")
    #expect(claims[1]?["line"] == 3 && claims[1]?["column"] == 13 && claims[1]?["name"] == "Status")
  }

  @Test("a number that nothing has is not found, without a word of a specs tree")
  func unknownNumber() async throws {
    let tree = try await WorkTree(corpus: "taskmaster-tasks")
    for command in ["show 99", "update 99 --status done"] {
      let outcome = try await tree.run(command)
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("\"99\" was not found"))
      #expect(!outcome.errors.contains("specs"))
    }
  }

  @Test("a specs tree and other roots are shown side by side, and a number of both is refused")
  func sideBySide() async throws {
    let tree = try await WorkTree(corpus: "taskmaster-tasks")
    try tree.write(
      "# TODO\n\n## Tasks\n\n### 3. Feed the cat\n- **Status**: [NOT STARTED]\n\n### 7. Sleep\n- **Status**: [NOT STARTED]\n",
      to: "specs/TODO.md")
    try tree.write("{ \"next_project_number\": 8, \"active_projects\": [] }", to: "specs/state.json")
    let shown = try await tree.run("show")
    #expect(shown.exitCode == 0)
    #expect(shown.output.contains("Feed the cat") && shown.output.contains("Buy seed"))
    let objects = try await tree.run("show --format json").json()
    #expect(objects["trees"]?[0]?["root"] == "specs" && objects["roots"]?[0]?["root"] == ".taskmaster")
    for command in ["show 3", "update 3 --status pending"] {
      let outcome = try await tree.run(command)
      #expect(outcome.exitCode == 1)
      #expect(outcome.errors.contains("\"3\" may mean task 3 of the specs tree, task 3 in .taskmaster"))
    }
    #expect(try await tree.run("show 7").output.hasPrefix("Task 7: Sleep"))
    #expect(try await tree.run("show 2").output.hasPrefix("Task 2: Sow"))
    #expect(try await tree.run("update 3 --status pending --only-format taskmaster").exitCode == 0)
    #expect(try await tree.run("show 3 --only-format specs").output.hasPrefix("Task 3: Feed the cat"))
  }

  @Test("a transition that makes something worse is possible if it is meant, with a warning")
  func meant() async throws {
    let tree = try await WorkTree(corpus: "taskmaster-tasks")
    let object = try await tree.run([
      "update", "2", "--status", "done", "--allow-transition", "sown by the wind", "--format", "json",
    ]).returnObject()
    #expect(object["status"] == "completed")
    #expect(object["subject"]?["places"]?[0]?["to"] == "done")
    #expect(object["subject"]?["places"]?[1]?["name"] == "completedCount")
    #expect(
      object["warnings"]?[0]
        == "2 is \"done\" now, although task 2 is \"done\", but depends on task 3, which is \"review\" [unmet-dependency]"
    )
  }

  @Test("the log has a line for what is moved")
  func log() async throws {
    let tree = try await WorkTree(corpus: "taskmaster-tasks")
    _ = try await tree.run("update light:1 --status done --log updates.jsonl")
    _ = try await tree.run("update 2 --status done --log updates.jsonl")
    let lines = try tree.read("updates.jsonl").split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    #expect(lines[0]["subject"] == "light:1" && lines[0]["from"] == "pending" && lines[0]["to"] == "done")
    #expect(lines[0]["files"] == .array([.string(Self.tasks)]) && lines[0]["error"] == .null)
    #expect(lines[1]["subject"] == "2" && lines[1]["error"] == "validation_failed")
  }

  @Test("a file that cannot be read as it should be is not written")
  func damaged() async throws {
    let tree = try await WorkTree(corpus: "bmad-stories")
    let path = "_bmad-output/implementation-artifacts/sprint-status.yaml"
    let text = try tree.read(path) + "more: *anchor\n"
    try tree.write(text, to: path)
    let outcome = try await tree.run("update oven-cleaning --status done")
    #expect(outcome.exitCode == 1)
    #expect(outcome.errors.contains("\(path) cannot be edited: a part of it cannot be read"))
    #expect(try tree.read(path) == text)
  }
}
