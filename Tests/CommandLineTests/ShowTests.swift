import StatusTestSupport
import Testing

/// `show` and `outline`: what statuslint makes of the files.
@Suite(.timeLimit(.minutes(5)))
struct ShowTests {
  @Test func allTasksAsATable() async throws {
    let tree = try SampleTree()
    let outcome = try await tree.run("show")
    #expect(outcome.exitCode == 0)
    let lines = outcome.output.split(separator: "\n").map {
      $0.split(whereSeparator: { $0 == " " }).map(String.init)
    }
    #expect(lines.first == ["TASK", "TODO.md", "state.json", "plan", "PHASES", "TITLE"])
    #expect(
      lines.contains(["1", "IMPLEMENTING", "implementing", "IN", "PROGRESS", "1/2", "First", "task"]),
      "\(outcome.output)")
    #expect(
      lines.contains(["2", "NOT", "STARTED", "not_started", "-", "-", "Second", "task"]), "\(outcome.output)")
    #expect(outcome.output.contains("2 tasks in specs, profile "))
    #expect(
      outcome.output.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy {
        !$0.hasSuffix(" ")
      })
  }

  @Test func phasesInColumns() async throws {
    let tree = try SampleTree()
    let part = "#### Sand the edges [NOT STARTED]\n\n### Phase 2"
    try tree.write(SampleTree.planText.replacing("### Phase 2", with: part), to: SampleTree.plan)
    let shown = try await tree.run("show", "1")
    let lines = shown.output.split(separator: "\n")
    let statuses = ["1 ", "2 ", "1-sand-the-edges "].compactMap { label in
      lines.first { $0.hasPrefix("  \(label)") }
    }.compactMap { line in
      ["COMPLETED", "IN PROGRESS", "NOT STARTED"].lazy.compactMap { line.firstRange(of: $0)?.lowerBound }
        .first
        .map { line.distance(from: line.startIndex, to: $0) }
    }
    #expect(statuses.count == 3 && Set(statuses).count == 1, "\(shown.output)")
  }

  @Test func oneTask() async throws {
    let tree = try SampleTree()
    let outcome = try await tree.run("show", "1")
    #expect(outcome.exitCode == 0)
    for part in [
      "Task 1: First task", "specs/TODO.md:10", "specs/state.json:7", "specs/\(SampleTree.plan):4",
      "COMPLETED", "Begin",
    ] { #expect(outcome.output.contains(part), "\(part) not in \(outcome.output)") }
    let inside = Invocation(["show", "1"], directory: "\(tree.path)/specs")
    #expect(try await inside.run().output.contains("  TODO.md:10"))
    let unknown = try await tree.run("show", "77", "--quiet")
    #expect(unknown.exitCode == 1)
    #expect(unknown.output == "")
    #expect(unknown.errors.contains("task 77"))
    #expect(unknown.errors.contains("error:"))
    let json = try await tree.run("show", "77", "--format", "json")
    #expect(json.exitCode == 1)
    #expect(json.output.contains("\"errors\""))
  }

  @Test func resumeWithoutATreeIsAnObjectForPrograms() async throws {
    let tree = try SampleTree()
    let outcome = try await tree.run("resume", "1", "--root", "nope", "--format", "json")
    #expect(outcome.exitCode == 2)
    #expect(try outcome.json()["resumable"] == .boolean(false))
  }

  @Test func oneTaskAsJSON() async throws {
    let tree = try SampleTree()
    let task = try await tree.run("show", "1", "--format", "json").json()
    #expect(task["number"] == 1)
    #expect(task["title"] == "First task")
    #expect(task["taskList"] == .object(["status": "IMPLEMENTING", "path": "specs/TODO.md", "line": 10]))
    #expect(task["registry"] == .object(["status": "implementing", "path": "specs/state.json", "line": 7]))
    #expect(task["projectState"] == .null)
    #expect(task["plan"]?["path"] == .string("specs/\(SampleTree.plan)"))
    #expect(task["plan"]?["status"] == "IN PROGRESS")
    let first = try #require(task["plan"]?["phases"]?[0])
    #expect(first["number"] == "1")
    #expect(first["title"] == "Begin")
    #expect(first["status"] == "COMPLETED")
    #expect(first["startLine"] == 6)
    #expect(first["endLine"] == 10)
    #expect(first["timestamps"]?[1] == .object(["name": "Completed", "value": "2025-12-28T11:00:00Z"]))
    #expect(task["plan"]?["phases"]?[2] == nil)
    #expect(task["timestamps"]?[0]?["value"] == "2025-12-28T10:00:00Z")
    #expect(task["artifacts"]?[0]?["path"] == .string("specs/\(SampleTree.plan)"))
    #expect(task["dependencies"] == .array([]))
  }

  @Test func allTasksAsJSON() async throws {
    let tree = try SampleTree()
    let one = try await tree.run("show", "--format", "json").json()
    #expect(one["root"] == "specs")
    #expect(one["tasks"]?[1]?["number"] == 2)
    // Several trees still are one document.
    try tree.addTree(".opencode/specs")
    let all = try await tree.run("show", "--format", "json").json()
    #expect(all["trees"]?[0]?["root"] == "specs", "\(all)")
    #expect(all["trees"]?[1]?["root"] == ".opencode/specs")
    let task = try await tree.run("show", "1", "--format", "json").json()
    #expect(task["trees"]?[1]?["tasks"]?[0]?["taskList"]?["path"] == ".opencode/specs/TODO.md", "\(task)")
  }

  @Test func aBoardOfAllTasks() async throws {
    let tree = try SampleTree()
    let outcome = try await tree.run("show", "--board")
    #expect(outcome.exitCode == 0)
    #expect(
      outcome.output.hasPrefix(
        """
        IMPLEMENTING  1
          1  █████░░░░░  1/2  First task

        NOT STARTED  1
          2  Second task

        2 tasks in specs, profile
        """), "\(outcome.output)")
    for arguments in [["1"], ["--format", "json"], ["--format", "html"]] {
      let refused = try await tree.invocation(["show", "--board"] + arguments).run()
      #expect(refused.exitCode == 2 && refused.errors.contains("--board prints all tasks as text"))
    }
  }

  @Test func aBoardOnATerminal() async throws {
    let tree = try SampleTree()
    var invocation = tree.invocation(["show", "--board"])
    invocation.shell = "script -qec \"$*\" /dev/null | tr -d '\\r'"
    invocation.variables = ["TERM": "xterm", "COLUMNS": "16"]
    invocation.allowsColor = true
    let colored = try await invocation.run().output
    #expect(colored.hasPrefix("\u{1B}[1;36mIMPLEMENTING\u{1B}[0m  1\n  1  1/2  First task\n"), "\(colored)")
    invocation.variables["NO_COLOR"] = "1"
    #expect(try await !invocation.run().output.contains("\u{1B}"))
  }

  @Test func aPageOfTasks() async throws {
    let tree = try SampleTree()
    var invocation = tree.invocation(["show", "--format", "html"])
    invocation.variables["SOURCE_DATE_EPOCH"] = "1768469400"
    let outcome = try await invocation.run()
    #expect(outcome.exitCode == 0 && outcome.output.hasPrefix("<!DOCTYPE html>"))
    #expect(
      outcome.output.contains("2 tasks, 0 completed") && outcome.output.contains("2026-01-15 09:30 UTC"))
    #expect(!outcome.output.contains("<h2 id=\"findings\">"))
    #expect(try await invocation.run().output == outcome.output)
  }

  @Test func fromInsideAProjectDirectory() async throws {
    let tree = try SampleTree()
    var invocation = tree.invocation("show", "2")
    invocation.directory = "\(tree.path)/specs/001_first_task/plans"
    #expect(try await invocation.run().output.hasPrefix("Task 2: Second task"))
  }

  @Test func missingFiles() async throws {
    let tree = try SampleTree()
    tree.remove("TODO.md")
    let outcome = try await tree.run("show", "1", "--format", "json")
    #expect(try outcome.json()["taskList"] == .null)
    tree.remove("state.json")
    let nothing = try await tree.run("show")
    #expect(nothing.exitCode == 2)
  }

  @Test func outlineOfMarkdown() async throws {
    let tree = try SampleTree()
    let blocks = try await tree.run("outline", "specs/\(SampleTree.plan)", "--format", "json").json()
    #expect(
      blocks[0]
        == .object([
          "kind": "heading", "startLine": 1, "endLine": 1, "level": 1,
          "text": "Implementation Plan: First task",
        ]))
    guard case .array(let all) = blocks else { return }
    #expect(
      all.contains { $0["kind"] == "field" && $0["name"] == "Status" && $0["value"] == "[IN PROGRESS]" })
    let text = try await tree.run("outline", "specs/\(SampleTree.plan)")
    #expect(text.output.hasPrefix("1         heading 1 Implementation Plan: First task\n"), "\(text.output)")
    #expect(text.output.split(separator: "\n").count == all.count)
  }

  @Test func outlineOfJSON() async throws {
    let tree = try SampleTree()
    let values = try await tree.run("outline", "specs/state.json", "--format", "json").json()
    #expect(values[0] == .object(["kind": "object", "startLine": 1, "endLine": 18]), "\(values[0] as Any)")
    #expect(values[1]?["key"] == "next_project_number")
    let text = try await tree.run("outline", "specs/state.json")
    #expect(text.output.contains("number next_project_number 3"))
    try tree.write("{\n  \"a\": 1,\n  oops\n}", to: "bad.json")
    for format in ["text", "json"] {
      let bad = try await tree.run("outline", "specs/bad.json", "--format", format)
      #expect(bad.exitCode == 1)
      #expect((bad.output + bad.errors).contains("specs/bad.json:3:3"), "\(bad.testDescription)")
      if format == "json" { #expect(bad.output == "" && !bad.errors.isEmpty) }
    }
  }

  @Test func outlineOfStandardInput() async throws {
    let tree = try SampleTree()
    var invocation = tree.invocation("outline", "-", "--format", "json")
    invocation.input = Array("# A\n\n```swift\nx\n```\n\n---\n".utf8)
    let blocks = try await invocation.run().json()
    #expect(blocks[1] == .object(["kind": "code", "startLine": 3, "endLine": 5, "info": "swift"]))
    #expect(blocks[2]?["kind"] == "thematic-break")
    invocation.input = []
    #expect(try await invocation.run().json() == .array([]))
  }

  @Test func outlineThroughLinks() async throws {
    let tree = try SampleTree()
    try tree.repository.link("link.md", to: "specs/TODO.md")
    try tree.repository.makeFIFO("pipe.md")
    #expect(try await tree.run("outline", "link.md").exitCode == 0)
    let pipe = try await tree.run("outline", "pipe.md")
    #expect(pipe.exitCode == 2)
    #expect(pipe.errors.contains("pipe.md is a named pipe"))
  }
}
