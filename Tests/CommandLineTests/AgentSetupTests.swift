import StatusTestSupport
import Testing

/// `statuslint init --agent`, and `--remove`.
@Suite(.timeLimit(.minutes(5)))
struct AgentSetupTests {
  private static let settings = [
    "claude": ".claude/settings.json", "codex": ".codex/hooks.json", "cursor": ".cursor/hooks.json",
  ]

  private func text(_ path: String, in tree: SampleTree) throws -> String {
    String(decoding: try FileBytes.read("\(tree.path)/\(path)"), as: UTF8.self)
  }

  private func files(in tree: SampleTree) async throws -> String {
    var invocation = tree.invocation()
    invocation.shell = "find . -path ./.git -prune -o -type f -print | LC_ALL=C sort | xargs cksum"
    return try await invocation.run().output
  }

  @Test("what is written is taken out again", arguments: AgentEvent.Agent.allCases)
  private func roundTrip(agent: AgentEvent.Agent) async throws {
    let tree = try SampleTree()
    let before = try await files(in: tree)
    let outcome = try await tree.run("init", "--agent", agent.rawValue)
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    if let path = Self.settings[agent.rawValue] {
      #expect(try text(path, in: tree).contains("statuslint hook --agent \(agent.rawValue)"))
    }
    let written = try await files(in: tree)
    #expect(written != before)
    // A second time there is nothing to do.
    #expect(try await tree.run("init", "--agent", agent.rawValue).exitCode == 0)
    #expect(try await files(in: tree) == written)
    #expect(try await tree.run("init", "--agent", agent.rawValue, "--remove").exitCode == 0)
    #expect(try await files(in: tree) == before)
  }

  @Test("files that are removed are called so, and settings that stay are not")
  func tellsWhatIsRemoved() async throws {
    let tree = try SampleTree()
    try tree.repository.write("{}", to: ".claude/settings.json")
    #expect(try await tree.run("init", "--agent", "claude").exitCode == 0)
    let outcome = try await tree.run("init", "--agent", "claude", "--remove")
    #expect(
      outcome.output == """
        removed the hook from .claude/settings.json
        removed .claude/skills/statuslint/SKILL.md

        """)
  }

  @Test("other settings stay as they are, byte for byte", arguments: Array(settings.keys.sorted()))
  private func merging(agent: String) async throws {
    let path = try #require(Self.settings[agent])
    let event = agent == "cursor" ? "stop" : "Stop"
    let others = [
      "{\"a\": [1, 2,\t3]}", "{\n\t\"permissions\" : { \"deny\":[ \"Read(.env)\" ] },\n\t\"version\": 1\n}\n",
      "{\r\n  \"version\": 1,\r\n  \"hooks\": {\r\n    \"\(event)\": [\r\n      {\"command\": \"other\"}\r\n    ]\r\n  }\r\n}",
      "{}", "{}\n", "{ }", "{\"hooks\": {}}", "{\n  \"hooks\": { }\n}\n",
      "{\"hooks\": {\"\(event)\": []}, \"z\": 1}",
      "{\"version\": 1, \"hooks\": {\"\(event)\": [{\"command\": \"a\"}, {\"command\": \"b\"}], \"Other\": []}, \"z\": null}",
    ]
    for other in others {
      let tree = try SampleTree()
      try tree.repository.write(other, to: path)
      #expect(try await tree.run("init", "--agent", agent).exitCode == 0)
      let merged = try text(path, in: tree)
      #expect(merged.contains("statuslint hook"), "\(merged)")
      _ = try JSONValue(parsing: Array(merged.utf8))
      #expect(try await tree.run("init", "--agent", agent, "--remove").exitCode == 0)
      let left = try text(path, in: tree)
      // Cursor needs the version.
      #expect(left == other, "\(merged)\n\(left)")
      let rest = try await files(in: tree)
      #expect(!rest.contains("statuslint"), "\(rest)")
    }
  }

  @Test(
    "settings that another person has changed since lose only the entries",
    arguments: ["{}", "{\"hooks\": {}}"])
  func changedSince(other: String) async throws {
    let tree = try SampleTree()
    let path = ".cursor/hooks.json"
    try tree.repository.write(other, to: path)
    #expect(try await tree.run("init", "--agent", "cursor").exitCode == 0)
    let merged = try text(path, in: tree)
    try tree.repository.write(merged.replacing("{", with: "{ \"mine\": 1,", maxReplacements: 1), to: path)
    #expect(try await tree.run("init", "--agent", "cursor", "--remove").exitCode == 0)
    let left = try text(path, in: tree)
    #expect(left.contains("\"mine\": 1") && !left.contains("statuslint"), "\(left)")
    _ = try JSONValue(parsing: Array(left.utf8))
  }

  @Test("what cannot be changed stays, and is named")
  func refusals() async throws {
    for (path, text, part) in [
      (".claude/settings.json", "{\n,}", "is not JSON: line 2"),
      (".claude/settings.json", "[]", "not a JSON object"),
      (".claude/settings.json", "{\"hooks\": 1}", "\"hooks\" is not an object"),
      (".claude/settings.json", "{\"hooks\": {\"Stop\": {}}}", "\"hooks.Stop\" is not an array"),
      (".claude/skills/statuslint/SKILL.md", "mine", "statuslint did not write it"),
    ] {
      let tree = try SampleTree()
      try tree.repository.write(text, to: path)
      let before = try await files(in: tree)
      let outcome = try await tree.run("init", "--agent", "claude")
      #expect(outcome.exitCode == 2 && outcome.errors.contains(part), "\(outcome.testDescription)")
      #expect(try await files(in: tree) == before)
    }
    let tree = try SampleTree()
    #expect(try await tree.run("init", "--remove").exitCode == 2)
    #expect(try await tree.run("init", "--agent", "eliza").exitCode == 2)
  }

  @Test("the plugins in integrations/ are what is written")
  func integrations() async throws {
    let tree = try SampleTree()
    for agent in ["claude", "opencode"] {
      #expect(try await tree.run("init", "--agent", agent).exitCode == 0)
    }
    let files = [
      (".claude/skills/statuslint/SKILL.md", "claude/skills/statuslint/SKILL.md"),
      (".opencode/plugins/statuslint.js", "opencode/statuslint.js"),
      (".opencode/skills/statuslint/SKILL.md", "claude/skills/statuslint/SKILL.md"),
    ]
    for (written, kept) in files {
      let integration = try FileBytes.read("\(Project.directory)/integrations/\(kept)")
      #expect(try FileBytes.read("\(tree.path)/\(written)") == integration, "\(kept)")
    }
    let settings = try JSONValue(parsing: FileBytes.read("\(tree.path)/.claude/settings.json"))
    let hooks = try JSONValue(
      parsing: FileBytes.read("\(Project.directory)/integrations/claude/hooks/hooks.json"))
    #expect(settings["hooks"] == hooks["hooks"])
  }

  @Test("the commands in the settings are the hook")
  func commands() async throws {
    let tree = try SampleTree()
    #expect(try await tree.run("init", "--agent", "claude").exitCode == 0)
    let event = AgentEvent.edit(by: .claude, "specs/TODO.md", "[NOT STARTED]", "[RESEARCHING]", in: tree.path)
    let text = try text(".claude/settings.json", in: tree)
    let command = try #require(text.firstMatch(of: /"command": "([^"]*)"/)?.output.1)
    var invocation = tree.invocation()
    invocation.input = Array(event.text.utf8)
    invocation.shell = "statuslint() { '\(try BuiltProgram.path())' \"$@\"; }; \(command)"
    #expect(try await invocation.run().exitCode == 2)
  }
}
