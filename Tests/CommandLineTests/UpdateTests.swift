import StatusTestSupport
import Testing

/// What `update`, `begin`, `finish` and `resume` print, log and leave alone.
@Suite(.timeLimit(.minutes(2)))
struct UpdateTests {
  @Test func returnObjects() async throws {
    let tree = try await WorkTree(corpus: "life")
    let begin = try await tree.run("begin 11 research --session-id s1 --format json").returnObject()
    #expect(begin["metadata"]?["session_id"] == "s1" && begin["resumed"] == .boolean(false))
    #expect(begin["language"] == "general" && begin["phase"] == .null)
    #expect(begin["tasks"]?[0]?["from"] == "not_started" && begin["tasks"]?[0]?["to"] == "researching")
    let finish = try await tree.run("finish 11 research --return researched.json --format json")
      .returnObject()
    #expect(finish["artifacts"]?[0]?["type"] == "research")
    #expect(
      finish["files_updated"]
        == .array(["specs/011_sort_the_cellar/state.json", "specs/TODO.md", "specs/state.json"]))
    #expect(finish["rollback_performed"] == .boolean(false) && finish["errors"] == .array([]))
    #expect(finish["next_steps"] == "run `statuslint begin 11 plan`")
  }

  /// What keeps a command from beginning is told in the same form.
  @Test(arguments: [
    "finish 11 research --return none.json", "update 11 --status planned --root none",
    "begin 11 plan --root none",
  ])
  func returnObjectsOfWhatCannotBegin(_ command: String) async throws {
    let tree = try await WorkTree(corpus: "life")
    let outcome = try await tree.run("\(command) --format json")
    #expect(outcome.exitCode == 2)
    let object = try outcome.returnObject()
    #expect(object["status"] == "failed" && object["errors"]?[0]?["code"] == "USAGE")
  }

  @Test func aDryRunChangesNothingAndItsPatchFits() async throws {
    let tree = try await WorkTree(corpus: "life")
    let before = try await tree.fingerprint()
    let dry = try await tree.run("update 11 --status in_progress --dry-run")
    #expect(dry.exitCode == 0)
    #expect(try await tree.fingerprint() == before)
    let object = try await tree.run("update 11 --status in_progress --dry-run --format json").returnObject()
    #expect(object["dry_run"] == .boolean(true) && object["diff"] == .string(dry.output))
    #expect(object["files_updated"] == .array([]))
    try tree.write(dry.output, to: "update.patch")
    var patch = Invocation(arguments: [], directory: tree.path)
    patch.shell = "cp -r specs patched && patch -s -p2 -d patched < update.patch && rm -f patched/*.orig"
    #expect(try await patch.run().exitCode == 0)
    #expect(try await tree.run("update 11 --status in_progress").exitCode == 0)
    for name in ["TODO.md", "state.json"] {
      #expect(try tree.read("patched/\(name)") == tree.read("specs/\(name)"))
    }
  }

  @Test func theLogTellsOfEveryUpdate() async throws {
    let tree = try await WorkTree(corpus: "life")
    _ = try await tree.run("update 11 --status in_progress --log logs/updates.jsonl --session-id s1")
    _ = try await tree.run("update 11 --status planning --log logs/updates.jsonl")
    _ = try await tree.run("update 11-12 --status blocked --reason rain --log logs/updates.jsonl")
    _ = try await tree.run("update 12 --status in_progress --log logs/updates.jsonl --dry-run")
    let lines = try tree.read("logs/updates.jsonl").split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    #expect(lines.count == 3)
    #expect(lines[0]["time"] == "2026-01-15T12:00:00Z" && lines[0]["session"] == "s1")
    #expect(lines[0]["task"] == 11 && lines[0]["from"] == "not_started" && lines[0]["to"] == "in_progress")
    #expect(lines[0]["files"] == .array(["specs/TODO.md", "specs/state.json"]) && lines[0]["error"] == .null)
    #expect(lines[1]["error"] == "validation_failed" && lines[1]["files"] == .array([]))
    #expect(lines[1]["from"] == "in_progress" && lines[1]["to"] == "planning")
    #expect(lines[2]["tasks"]?[1]?["task"] == 12)
    _ = try await tree.run("begin 12 implement --log logs/updates.jsonl")
    _ = try await tree.run("finish 12 implement --return none.json --log logs/updates.jsonl")
    let all = try tree.read("logs/updates.jsonl").split(separator: "\n").map {
      try JSONValue(parsing: Array($0.utf8))
    }
    #expect(
      all.map { $0["command"] } == ["update", "update", "update", "begin", "finish"]
        && all[4]["workflow"] == "implement")
    let members = all.map { line -> Set<String> in
      if case .object(let members) = line { Set(members.keys) } else { [] }
    }
    #expect(Set(members).count == 1 && members[0].contains("seconds"), "\(all)")
  }

  @Test func verboseTellsOfEveryStep() async throws {
    let tree = try await WorkTree(corpus: "life")
    let outcome = try await tree.run("update 11 --status in_progress --verbose")
    for part in [
      "locked ", "read ", "validated", "will change specs/TODO.md", "committed 2 files", "read back",
    ] {
      #expect(outcome.errors.contains(part), "\(outcome.errors)")
    }
    let quiet = try await tree.run("update 11 --status blocked --reason rain --quiet")
    #expect(quiet.exitCode == 0 && quiet.errors == "")
  }

  @Test func standardInput() async throws {
    let tree = try await WorkTree(corpus: "refusals")
    var phases = tree.invocation(["update", "11", "--phase-statuses", "-"])
    phases.input = Array(
      #"[{"phase_number": 1, "status": "in_progress"}, {"phase_number": 2, "status": "blocked", "reason": "wet"}]"#
        .utf8)
    #expect(try await phases.run().exitCode == 0)
    var artifacts = tree.invocation(["update", "11", "--artifacts", "-", "--format", "json"])
    artifacts.input = Array(
      #"[{"type": "research", "path": "specs/011_sort_the_cellar/reports/research-001.md", "summary": "s"}]"#
        .utf8)
    #expect(try await artifacts.run().returnObject()["artifacts"]?[0]?["summary"] == "s")
    var finish = tree.invocation(["finish", "11", "implement", "--return", "-"])
    finish.input = Array(#"{"status": "blocked", "reason": "rain"}"#.utf8)
    #expect(try await finish.run().output.hasPrefix("task 11: implementing -> blocked\n"))
  }

  @Test func severalTrees() async throws {
    let tree = try await WorkTree(corpus: "life")
    var copy = Invocation(arguments: [], directory: tree.path)
    copy.shell =
      "mkdir .opencode && cp -r specs .opencode/specs && sed -i 's/12/13/' .opencode/specs/state.json && sed -i 's/### 12/### 13/' .opencode/specs/TODO.md && sed -i 's/\"project_number\": 12/\"project_number\": 13/' .opencode/specs/state.json"
    #expect(try await copy.run().exitCode == 0)
    let both = try await tree.run("update 11 --status in_progress")
    #expect(both.exitCode == 2 && both.errors.contains("--root"), "\(both.testDescription)")
    let one = try await tree.run("update 13 --status in_progress")
    #expect(
      one.exitCode == 0 && one.output.contains("updated .opencode/specs/TODO.md"), "\(one.testDescription)")
    #expect(try await tree.run("update 11 --status in_progress --root .opencode/specs").exitCode == 0)
  }

  @Test func artifactsGivenFromTheRootDirectory() async throws {
    let tree = try await WorkTree(corpus: "life")
    let path = "\(tree.path)/specs/011_sort_the_cellar/reports/research-001.md"
    let outcome = try await tree.run("update 11 --artifact research=\(path) --format json")
    #expect(
      try outcome.returnObject()["artifacts"]?[0]?["path"]
        == "specs/011_sort_the_cellar/reports/research-001.md")
  }

  @Test func textOfOthersIsWrittenSafely() async throws {
    let tree = try await WorkTree(corpus: "life")
    let reason = "a \"quote\" \\ and\u{1B}[31m a line\n- **Status**: [COMPLETED]\n::error::x"
    var invocation = tree.invocation(["update", "11", "--status", "blocked", "--reason", reason])
    invocation.variables["GITHUB_ACTIONS"] = "true"
    #expect(try await invocation.run().exitCode == 0)
    #expect(try await tree.run("check --ignore missing-project-state").exitCode == 0)
    let shown = try await tree.run("show 11 --format json").json()
    #expect(shown["taskList"]?["status"] == "BLOCKED" && shown["registry"]?["status"] == "blocked")
    let state = try JSONValue(parsing: FileBytes.read("\(tree.path)/specs/state.json"))
    #expect(
      state["active_projects"]?[0]?["blocking_reason"]
        == "a \"quote\" \\ and [31m a line - **Status**: [COMPLETED] ::error::x")
    let bad = try await tree.run(["begin", "11", "implement", "--session-id", "a\u{1B}b"])
    #expect(bad.exitCode == 2)
  }

  /// Many writers at once wait for each other, and none is lost.
  @Test func manyAtOnce() async throws {
    let tree = try await WorkTree(corpus: "transitions-claude")
    let tasks = [101, 102, 103, 104, 105, 106, 107, 108]
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for task in tasks {
        group.addTask {
          try await tree.run(
            ["update", "\(task)", "--status", "blocked", "--reason", "rain \(task)"], hour: 600)
        }
      }
      for try await outcome in group { #expect(outcome.exitCode == 0, "\(outcome.testDescription)") }
    }
    let state = try tree.read("specs/state.json")
    for task in tasks { #expect(state.contains("\"rain \(task)\"")) }
    #expect(try await tree.run("check", hour: 600).exitCode == 0)
  }

  /// Of several that begin at once one does the work, and the others are told who does.
  @Test("of several sessions that begin at once one has the task", arguments: ["research", "plan"])
  func beginsAtOnce(workflow: String) async throws {
    let tree = try await WorkTree(corpus: "life")
    var codes: [Int32?] = []
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for number in 1...6 {
        let session = number < 4 ? ["--session-id", "sess_\(number)"] : []
        group.addTask { try await tree.run(["begin", "11", workflow] + session) }
      }
      for try await outcome in group {
        codes.append(outcome.exitCode)
        if outcome.exitCode != 0 {
          #expect(
            outcome.errors.contains("is working on it, since 2026-01-15T12:00:00Z"),
            "\(outcome.testDescription)")
        }
      }
    }
    #expect(codes.count { $0 == 0 } == 1 && codes.count { $0 == 1 } == 5)
  }
}
