import StatusTestSupport
import Testing

/// A project's own statuses are known by every command.
@Suite(.timeLimit(.minutes(5)))
struct OwnStatusTests {
  private static let configuration = """
    {
      "profile": "opencode",
      "statuses": {"ON HOLD": {"kind": "waiting", "spellings": ["PAUSED"]}},
      "transitions": {"implementing": ["on_hold"], "on_hold": ["implementing", "abandoned"]},
    }
    """

  private func heldTree() throws -> SampleTree {
    let tree = try SampleTree()
    try tree.repository.write(Self.configuration, to: "statuslint.json")
    return tree
  }

  @Test("update takes the status where a transition leads to it, and check finds nothing wrong with it")
  func update() async throws {
    let tree = try heldTree()
    let update = try await tree.run("update", "1", "--status", "on_hold")
    #expect(update.exitCode == 0, "\(update.testDescription)")
    let shown = try await tree.run("show", "1", "--format", "json")
    #expect(shown.output.contains("on_hold"))
    let markers = try await tree.run(
      "check", "--select", "markers", "--select", "status-mismatch", "--format", "json")
    #expect(try markers.findings() == [], "\(markers.testDescription)")
    let refused = try await tree.run("update", "1", "--status", "completed")
    #expect(
      refused.exitCode == 1 && refused.errors.contains("Invalid status transition: on_hold -> completed"))
    #expect(try await tree.run("update", "1", "--status", "implementing").exitCode == 0)
    tree.repository.remove("statuslint.json")
    #expect(try await tree.run("update", "1", "--status", "on_hold").exitCode != 0)
  }

  @Test("a status that no step leaves is not called final unless it is")
  func noStep() async throws {
    let tree = try SampleTree()
    let steps = #""transitions": {"implementing": ["on_hold"]}"#
    for (kind, help) in [
      ("waiting", "is on_hold, from which \"transitions\" in the configuration has no step"),
      ("terminal", "is on_hold, which is final"),
    ] {
      let statuses = "\"statuses\": {\"ON HOLD\": {\"kind\": \"\(kind)\"}}"
      try tree.repository.write("{\"profile\": \"opencode\", \(statuses), \(steps)}", to: "statuslint.json")
      _ = try await tree.run("update", "1", "--status", "on_hold")
      let refused = try await tree.run("update", "1", "--status", "implementing")
      #expect(refused.exitCode == 1 && refused.errors.contains(help), "\(refused.testDescription)")
    }
  }

  @Test("the shell completes the status")
  func completion() async throws {
    for (tree, isCompleted) in [(try heldTree(), true), (try SampleTree(), false)] {
      let call = [
        "---completion", "update", "--", "--status", "2", "0", "statuslint", "update", "--status", "",
      ]
      var invocation = tree.invocation(call)
      invocation.variables["SAP_SHELL"] = "fish"
      let names = try await invocation.run().output.split(separator: "\n")
      #expect(names.contains("implementing") && names.contains("on_hold") == isCompleted, "\(names)")
    }
  }

  @Test("a phase with an active status of the project's own has begun, whatever the status is called")
  func begunPhases() async throws {
    let tree = try SampleTree()
    try tree.repository.write(
      #"{"profile": "opencode", "statuses": {"TESTING": {"kind": "active"}, "PAUSED": {"kind": "waiting"}}}"#,
      to: "statuslint.json")
    try tree.write(SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[PLANNED]"), to: "TODO.md")
    try tree.write(SampleTree.registry.replacing("\"implementing\"", with: "\"planned\""), to: "state.json")
    for (marker, count) in [("TESTING", 1), ("PAUSED", 0)] {
      try tree.write(
        "# Plan\n\n- **Status**: [NOT STARTED]\n\n### Phase 1: Begin [\(marker)]\n", to: SampleTree.plan)
      let found = try await tree.run("check", "--select", "plan-task-mismatch", "--format", "json")
      #expect(try found.findings().count == count, "\(marker): \(found.testDescription)")
    }
  }

  @Test("another spelling of the status is corrected, and an unknown one is told what is valid")
  func check() async throws {
    let tree = try heldTree()
    let list = SampleTree.taskList.replacing("[IMPLEMENTING]", with: "[Paused]")
    try tree.write(list, to: "TODO.md")
    try tree.write(SampleTree.registry.replacing("\"implementing\"", with: "\"on_hold\""), to: "state.json")
    let before = try await tree.run("check", "--select", "markers", "--format", "json")
    #expect(try before.findings().map(\.rule) == ["nonstandard-marker"])
    #expect(try await tree.run("check", "--select", "nonstandard-marker", "--fix").exitCode == 0)
    let fixed = String(decoding: try FileBytes.read("\(tree.path)/specs/TODO.md"), as: UTF8.self)
    #expect(fixed.contains("- **Status**: [ON HOLD]\n"))
    try tree.write(list.replacing("[Paused]", with: "[ONN HOLD]"), to: "TODO.md")
    #expect(try await tree.run("check", "--select", "unknown-marker").output.contains("[ON HOLD]"))
  }

  @Test("timestamps and authority of the project's own hold")
  func standard() async throws {
    let tree = try SampleTree()
    try tree.repository.write(
      #"{"profile": "opencode", "timestamps": {"task": "date"}}"#, to: "statuslint.json")
    let strict = try await tree.run("check", "--select", "timestamp-form", "--format", "json")
    #expect(try strict.findings().contains { $0.path == "specs/TODO.md" })
    try tree.repository.write(
      #"{"profile": "opencode", "timestamps": {"task": ["date", "full"], "statusChange": "full"}}"#,
      to: "statuslint.json")
    let loose = try await tree.run("check", "--select", "timestamp-form", "--format", "json")
    #expect(try loose.findings() == [])
    try tree.write(SampleTree.taskList.replacing("[NOT STARTED]", with: "[BLOCKED]"), to: "TODO.md")
    try tree.repository.write(#"{"profile": "opencode", "authority": ["state.json"]}"#, to: "statuslint.json")
    let verdict = try await tree.run("check", "--select", "status-mismatch")
    #expect(verdict.exitCode == 1, "\(verdict.testDescription)")
  }

  // MARK: init

  @Test("init writes a configuration that says what was found, and never replaces one")
  func initialize() async throws {
    let tree = try SampleTree()
    try tree.write(SampleTree.taskList.replacing("[NOT STARTED]", with: "[TRIAGED]"), to: "TODO.md")
    try tree.repository.write("build/\n.statuslint.lock", to: ".gitignore")
    let outcome = try await tree.run("init")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(outcome.output.contains("wrote statuslint.json\n"))
    #expect(outcome.output.contains("added .statuslint.journal*, .statuslint-* to .gitignore\n"))
    let text = String(decoding: try FileBytes.read("\(tree.path)/statuslint.json"), as: UTF8.self)
    #expect(text.contains("\"profile\": \"opencode\"") && text.contains("\"roots\": [\"specs\"]"))
    #expect(text.contains("//   \"TRIAGED\": {\"kind\": \"waiting\"},"))
    let ignored = String(decoding: try FileBytes.read("\(tree.path)/.gitignore"), as: UTF8.self)
    #expect(ignored == "build/\n.statuslint.lock\n.statuslint.journal*\n.statuslint-*\n")
    #expect(try await tree.run("config", "--check").output == "no mistake in statuslint.json\n")
    // The suggestions are valid, too.
    let suggested = text.split(separator: "\n").map { line -> String in
      let isSetting = line.contains("\":") || line.contains("// }")
      return isSetting ? String(line).replacing("// ", with: "", maxReplacements: 1) : String(line)
    }.joined(separator: "\n").replacing("on_hold", with: "triaged")
    try tree.repository.write(suggested, to: "statuslint.json")
    let all = try await tree.run("config", "--check")
    #expect(all.exitCode == 0, "\(all.testDescription) \(suggested)")
    let again = try await tree.run("init")
    #expect(again.exitCode == 2 && again.errors.contains("there is a configuration already: statuslint.json"))
  }

  // MARK: config, schema

  @Test("config shows each setting and where it comes from")
  func config() async throws {
    let tree = try heldTree()
    let text = try await tree.run("config")
    #expect(text.exitCode == 0)
    #expect(text.output.contains("profile: \"opencode\""))
    #expect(text.output.contains("# statuslint.json:2\n"))
    #expect(text.output.contains("transitions.implementing: [\"on_hold\"]"))
    #expect(text.output.contains("failOn: \"warning\""))
    #expect(text.output.contains("# profile opencode\n"))
    let given = try await tree.run("config", "--profile", "claude")
    #expect(given.output.contains("# command line (--profile)\n"))
    let json = try await tree.run("config", "--format", "json").json()
    guard case .array(let settings) = json["settings"] else { throw Missing() }
    let profile = settings.first { $0["name"] == .string("profile") }
    #expect(profile?["path"] == .string("statuslint.json") && profile?["line"] == .number(2))
    #expect(json["files"] == .array([.string("statuslint.json")]))
    #expect(try await tree.run("config", "--check").output == "no mistake in statuslint.json\n")
    try tree.repository.write("{\"x\": 1, \"y\": 2}", to: "statuslint.json")
    let wrong = try await tree.run("config", "--check")
    #expect(wrong.exitCode == 2 && wrong.errors.contains(":1:2:") && wrong.errors.contains(":1:10:"))
  }

  @Test("config shows what holds without a file, and works without a tree")
  func configWithoutFile() async throws {
    let tree = try SampleTree()
    #expect(try await tree.run("config").output.contains("profile: \"opencode\""))
    #expect(try await tree.run("config", "--check").output == "no configuration file was found\n")
    let empty = try TemporaryDirectory()
    try empty.write("{\"failOn\": \"error\"}", to: "statuslint.json")
    let alone = try await Invocation(["config"], directory: empty.path).run()
    #expect(alone.exitCode == 0 && alone.output.contains("failOn: \"error\""))
  }

  private struct Missing: Error {}

  @Test(
    "the schema accepts what the program accepts",
    arguments: [
      configuration.replacing("},\n}", with: "}\n}"), "{}",
      #"{"$schema": "x", "extends": "a.json", "profile": "auto", "roots": ["specs"], "select": ["all"]}"#,
      #"{"ignore": [], "severity": {"markers": "off"}, "perPath": [{"paths": "a/**", "ignore": ["markers"]}]}"#,
      #"{"perPath": [{"paths": ["a", "b"], "severity": {"unknown-marker": "info"}}], "archive": true}"#,
      #"{"sizeLimit": 65536, "reports": [{"format": "junit", "path": "x.xml"}], "failOn": "never"}"#,
      #"{"sizeLimit": "64M", "timestamps": {"task": ["date", "full"], "phase": "full"}, "authority": ["TODO.md"]}"#,
    ])
  func schemaAccepts(_ text: String) async throws {
    #expect(try await violations(text) == [])
    let tree = try SampleTree()
    try tree.repository.write(text, to: "statuslint.json")
    try tree.repository.write("{}", to: "a.json")
    #expect(try await tree.run("config", "--check").exitCode == 0)
  }

  @Test(
    "the schema refuses what the program refuses",
    arguments: [
      #"{"profle": "auto"}"#, #"{"profile": "x"}"#, #"{"select": []}"#, #"{"select": ["x"]}"#,
      #"{"severity": {"x": "off"}}"#,
      #"{"severity": {"markers": "x"}}"#, #"{"perPath": [{}]}"#, #"{"perPath": [{"paths": []}]}"#,
      #"{"archive": 1}"#,
      #"{"sizeLimit": "64 MB"}"#, #"{"sizeLimit": -1}"#, #"{"reports": [{"format": "x", "path": "y"}]}"#,
      #"{"statuses": {"x": {"kind": "waiting"}}}"#, #"{"statuses": {"X": {}}}"#,
      #"{"statuses": {"X": {"kind": "x"}}}"#,
      #"{"timestamps": {"x": "date"}}"#, #"{"authority": []}"#, #"{"failOn": "x"}"#, #"{"roots": "specs"}"#,
    ])
  func schemaRefuses(_ text: String) async throws {
    #expect(try await violations(text) != [])
    let tree = try SampleTree()
    try tree.repository.write(text, to: "statuslint.json")
    #expect(try await tree.run("config", "--check").exitCode == 2)
  }

  private func violations(_ text: String) async throws -> [String] {
    let schema = try await SampleTree().run("schema", "configuration").json()
    return JSONSchema(schema).violations(in: try JSONValue(parsing: Array(text.utf8)))
  }
}
