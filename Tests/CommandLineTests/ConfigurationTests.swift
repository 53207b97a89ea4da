import Glibc
import StatusTestSupport
import Testing

/// A project's configuration file: where it is looked for, and what it does.
@Suite(.timeLimit(.minutes(5)))
struct ConfigurationTests {
  /// A tree in which a task has its status in an old spelling.
  private func spoiledTree() async throws -> WorkTree {
    let tree = try await WorkTree(profile: "opencode", tasks: 8)
    try tree.write(
      try tree.read("specs/TODO.md").replacing("[NOT STARTED]", with: "[Not Started]", maxReplacements: 1),
      to: "specs/TODO.md")
    return tree
  }

  private func exists(in tree: SampleTree, _ name: String) -> Bool {
    access("\(tree.path)/\(name)", F_OK) == 0
  }

  private func rules(_ outcome: Outcome) throws -> Set<String> { Set(try outcome.findings().map(\.rule)) }

  // MARK: Where it is

  @Test("the nearest file above the tree counts", arguments: ["statuslint.json", ".statuslint.json"])
  func findsNearest(_ name: String) async throws {
    let tree = try SampleTree(root: ".opencode/specs")
    try tree.write("# no", to: "TODO.md")
    try tree.repository.write("{\"profile\": \"claude\"}", to: name)
    #expect(try await tree.run("check", "-v").errors.contains("profile claude, as requested"))
    try tree.repository.write("{\"profile\": \"opencode\"}", to: ".opencode/\(name)")
    #expect(try await tree.run("check", "-v").errors.contains("profile opencode, as requested"))
    #expect(try await tree.run("show", "-v", "--config", name).exitCode == 0)
    let chosen = try await tree.run("check", "-v", "--config", name)
    #expect(chosen.errors.contains("profile claude, as requested"))
    let given = try await tree.run("check", "-v", "--config", name, "--profile", "opencode")
    #expect(given.errors.contains("profile opencode, as requested"))
    let detected = try await tree.run("check", "-v", "--profile", "auto")
    #expect(!detected.errors.contains("as requested"))
  }

  @Test(
    "a file in the tree itself is refused, with the place where it would be read",
    arguments: [
      "statuslint.json", ".statuslint.json",
    ])
  func refusesInside(_ name: String) async throws {
    let tree = try SampleTree()
    try tree.repository.write("{\"profile\": \"claude\"}", to: "specs/\(name)")
    for command in ["check", "show", "config"] {
      let outcome = try await tree.run(command)
      #expect(outcome.exitCode == 2, "\(command): \(outcome.testDescription)")
      #expect(
        outcome.errors.contains("specs/\(name) is in a tree, where no configuration is looked for"),
        "\(command): \(outcome.testDescription)")
      #expect(outcome.errors.contains("help: move it to \(name), or name it with --config"))
    }
    let chosen = try await tree.run("check", "-v", "--config", "specs/\(name)")
    #expect(chosen.errors.contains("profile claude, as requested"))
    try tree.repository.write("{\"profile\": \"opencode\"}", to: "statuslint.json")
    #expect(try await tree.run("check").exitCode == 2)
  }

  @Test("a file outside the repository is not read")
  func readsNothingElse() async throws {
    let outer = try TemporaryDirectory()
    try outer.write("{", to: "statuslint.json")
    try outer.write("", to: "inner/.git/HEAD")
    try outer.write("### 1. A\n- **Status**: [NOT STARTED]\n", to: "inner/specs/TODO.md")
    let there = Invocation(
      ["check", "--fail-on", "never", "--format", "json"], directory: "\(outer.path)/inner")
    #expect(try await there.run().exitCode == 0)
  }

  @Test("two files in one directory are an error")
  func refusesTwo() async throws {
    let tree = try SampleTree()
    try tree.repository.write("{}", to: "statuslint.json")
    try tree.repository.write("{}", to: ".statuslint.json")
    let outcome = try await tree.run("check", "specs")
    #expect(outcome.exitCode == 2)
    #expect(outcome.errors.contains("there are two configurations: statuslint.json and .statuslint.json"))
  }

  @Test("a configuration extends another of the repository, and none outside it")
  func extends() async throws {
    let tree = try SampleTree()
    let outer = try TemporaryDirectory()
    try outer.write("{}", to: "outer.json")
    try tree.repository.write("{\"extends\": \"config/base.json\"}", to: "statuslint.json")
    try tree.repository.write(
      "{\"profile\": \"claude\", \"extends\": \"../other.json\"}", to: "config/base.json")
    try tree.repository.write("{\"failOn\": \"never\"}", to: "other.json")
    let merged = try await tree.run("check", "-v")
    #expect(merged.errors.contains("profile claude, as requested"))
    try tree.repository.write(
      "{\"extends\": \"../../\(PathTail.name(outer.path))/outer.json\"}", to: "config/base.json")
    let outside = try await tree.run("check")
    #expect(outside.exitCode == 2)
    #expect(outside.errors.contains("error: config/base.json:1:13: cannot read the configuration "))
    #expect(outside.errors.contains("outside \(tree.path)"))
    try #require(symlink("\(outer.path)/outer.json", "\(tree.path)/link.json") == 0)
    try tree.repository.write("{\"extends\": \"link.json\"}", to: "statuslint.json")
    #expect(try await tree.run("check").errors.contains("outside \(tree.path)"))
    tree.repository.remove("statuslint.json")
    try #require(symlink("\(outer.path)/outer.json", "\(tree.path)/statuslint.json") == 0)
    #expect(try await tree.run("check").exitCode == 2)
    #expect(
      try await tree.run("check", "--config", "\(outer.path)/outer.json", "--fail-on", "never").exitCode == 0)
  }

  // MARK: What it does

  @Test("ignore, select, severity and failOn say which rules run and how much they matter")
  func choosesRules() async throws {
    let tree = try await spoiledTree()
    func run(_ configuration: String, _ options: String = "") async throws -> Outcome {
      try tree.write(configuration, to: "statuslint.json")
      return try await tree.run("check --format json \(options)")
    }
    #expect(try rules(try await run("{}")).contains("nonstandard-marker"))
    #expect(try rules(try await run(#"{"ignore": ["markers"]}"#)).contains("nonstandard-marker") == false)
    #expect(try rules(try await run(#"{"select": ["markers"]}"#)) == ["nonstandard-marker"])
    let shown = try await run(#"{"ignore": ["markers"]}"#, "--select nonstandard-marker")
    #expect(try rules(shown) == ["nonstandard-marker"])
    let off = try await run(#"{"severity": {"markers": "off"}, "select": ["markers"]}"#)
    #expect(try rules(off) == [] && off.exitCode == 0)
    let given = try await run(#"{"select": ["markers"]}"#, "--severity markers=info")
    #expect(given.exitCode == 0)
    #expect(try await run(#"{"select": ["markers"]}"#).exitCode == 1)
    #expect(try await run(#"{"select": ["markers"], "failOn": "error"}"#).exitCode == 0)
    #expect(try await run(#"{"select": ["markers"], "failOn": "error"}"#, "--fail-on warning").exitCode == 1)
  }

  @Test("perPath holds for the files that its patterns match, and for findings with a place in one")
  func choosesPaths() async throws {
    let tree = try await spoiledTree()
    try tree.write(
      try tree.read("specs/state.json").replacing(
        "\"status\": \"not_started\"", with: "\"status\": \"planned\"", maxReplacements: 1),
      to: "specs/state.json")
    func run(_ entry: String) async throws -> Set<String> {
      try tree.write("{\"perPath\": [\(entry)]}", to: "statuslint.json")
      return try rules(try await tree.run("check --format json"))
    }
    #expect(try await run("").isSuperset(of: ["nonstandard-marker", "status-mismatch"]))
    let other = try await run(#"{"paths": "docs/**", "ignore": ["all"]}"#)
    #expect(other.isSuperset(of: ["nonstandard-marker", "status-mismatch"]))
    let list = try await run(#"{"paths": ["docs/**", "**/TODO.md"], "ignore": ["nonstandard-marker"]}"#)
    #expect(!list.contains("nonstandard-marker") && list.contains("status-mismatch"))
    let registry = try await run(#"{"paths": "specs/state.json", "ignore": ["status-mismatch"]}"#)
    #expect(registry.contains("nonstandard-marker") && !registry.contains("status-mismatch"))
  }

  @Test("the command line's rules that run in no file are not found by perPath either")
  func commandLineGoesFirst() async throws {
    let tree = try await spoiledTree()
    try tree.write(#"{"perPath": [{"paths": "**", "select": ["unlinked-artifact"]}]}"#, to: "statuslint.json")
    #expect(try rules(try await tree.run("check --format json --select markers")) == ["nonstandard-marker"])
  }

  @Test("roots are the trees of a command without a path, from anywhere in the repository")
  func choosesRoots() async throws {
    let tree = try SampleTree(root: "tools/tracking")
    try tree.repository.write(#"{"roots": ["tools/tracking"]}"#, to: "statuslint.json")
    try tree.repository.write("", to: "src/deep/x")
    #expect(try await tree.run("show", "1").exitCode == 0)
    let deep = Invocation(["show", "1"], directory: "\(tree.path)/src/deep")
    #expect(try await deep.run().exitCode == 0)
    try tree.addTree("specs")
    #expect(try await tree.run("show", "1", "--format", "json").output.contains("tools/tracking/TODO.md"))
    try tree.repository.write(#"{"roots": ["tools"]}"#, to: "statuslint.json")
    let wrong = try await tree.run("check")
    #expect(wrong.exitCode == 2)
    #expect(wrong.errors.contains("error: statuslint.json:1:12: no specs tree in tools:"))
    let below = try await Invocation(["check"], directory: "\(tree.path)/src/deep").run()
    #expect(below.errors.contains("no specs tree in ../../tools:"), "\(below.testDescription)")
    #expect(try await tree.run("check", "specs", "--fail-on", "never").exitCode == 0)
  }

  @Test("archive and sizeLimit say what is read")
  func choosesFiles() async throws {
    let tree = try SampleTree()
    try tree.write(
      "# Plan\n- **Status**: [WRONG]\n### Phase 1: A [WRONG]\n",
      to: "archive/009_old/plans/implementation-001.md")
    try tree.repository.write(#"{"archive": true}"#, to: "statuslint.json")
    let archived = try await tree.run("check", "--format", "json", "--select", "unknown-marker")
    #expect(try archived.findings().contains { $0.path.contains("archive/009_old") })
    try tree.repository.write(#"{"sizeLimit": 64}"#, to: "statuslint.json")
    let small = try await tree.run("check", "--format", "json")
    #expect(try rules(small).contains("unreadable-file"))
    #expect(try await tree.run("check", "--size-limit", "1M", "--select", "unreadable-file").exitCode == 0)
  }

  @Test("reports are written beside standard output, unless the command line has its own")
  func writesReports() async throws {
    let tree = try SampleTree()
    try tree.repository.write(
      #"{"reports": [{"format": "json", "path": "build/check.json"}], "failOn": "never"}"#,
      to: "statuslint.json")
    #expect(try await tree.run("check").exitCode == 0)
    #expect(exists(in: tree, "build/check.json"))
    tree.repository.remove("build/check.json")
    let deep = Invocation(["check", "../specs"], directory: "\(tree.path)/build")
    #expect(try await deep.run().exitCode == 0)
    #expect(exists(in: tree, "build/check.json"))
    tree.repository.remove("build/check.json")
    #expect(try await tree.run("check", "--report", "json=own.json").exitCode == 0)
    #expect(!exists(in: tree, "build/check.json") && exists(in: tree, "own.json"))
    try tree.repository.write(
      #"{"reports": [{"format": "json", "path": "specs/TODO.md"}]}"#, to: "statuslint.json")
    #expect(try await tree.run("check").exitCode == 2)
  }

  @Test("log is the file that gets a line for each update, unless the command line names another")
  func log() async throws {
    let tree = try SampleTree()
    try tree.repository.write(#"{"log": "updates.jsonl"}"#, to: "statuslint.json")
    func lines(_ name: String) -> Int {
      (try? FileBytes.read("\(tree.path)/\(name)"))?.count { $0 == UInt8(ascii: "\n") } ?? 0
    }
    #expect(try await tree.run("update", "2", "--status", "researching", "--dry-run").exitCode == 0)
    #expect(lines("updates.jsonl") == 0)
    #expect(try await tree.run("update", "2", "--status", "researching").exitCode == 0)
    #expect(lines("updates.jsonl") == 1)
    // What is refused is in it, too.
    #expect(try await tree.run("update", "2", "--status", "completed").exitCode == 1)
    #expect(lines("updates.jsonl") == 2)
    #expect(try await tree.run("update", "2", "--status", "researched", "--log", "other.jsonl").exitCode == 0)
    #expect(lines("updates.jsonl") == 2 && lines("other.jsonl") == 1)
    try tree.repository.write(#"{"log": "specs/TODO.md"}"#, to: "statuslint.json")
    let refused = try await tree.run("update", "2", "--status", "planning")
    #expect(refused.exitCode == 2 && refused.errors.contains("specs/TODO.md"), "\(refused.testDescription)")
    try tree.repository.write(#"{"log": 3}"#, to: "statuslint.json")
    let wrong = try await tree.run("update", "2", "--status", "planning")
    #expect(wrong.exitCode == 2 && wrong.errors.contains("\"log\" must be a path, not a number"))
  }

  @Test("taskPrefix is how the names of new task directories begin")
  func taskPrefix() async throws {
    let tree = try SampleTree()
    try tree.repository.write(#"{"profile": "opencode", "taskPrefix": "OC_"}"#, to: "statuslint.json")
    try tree.repository.write("# Report\n", to: "notes/report.md")
    #expect(try await tree.run("update", "2", "--status", "researching").exitCode == 0)
    let update = try await tree.run(
      "update", "2", "--status", "researched", "--artifact", "research=notes/report.md")
    #expect(update.exitCode == 0, "\(update.testDescription)")
    #expect(try tree.read("OC_002_second_task/state.json").contains("\"project_number\": 2"))
    try tree.repository.write(#"{"taskPrefix": "OC"}"#, to: "statuslint.json")
    let wrong = try await tree.run("check")
    #expect(wrong.exitCode == 2 && wrong.errors.contains("\"OC\" is not a prefix of task directories"))
  }

  @Test("a tree that cannot be looked for is an error, and not the same as no tree")
  func noTree() async throws {
    let tree = try SampleTree()
    let outcome = try await tree.run("config", "--root", "nowhere")
    #expect(
      outcome.exitCode == 2 && outcome.errors.contains("nowhere does not exist"), "\(outcome.testDescription)"
    )
  }

  @Test("baseline is the file of findings that do not count, unless the command line names another")
  func choosesBaseline() async throws {
    let tree = try await spoiledTree()
    try tree.write(#"{"baseline": "accepted.jsonl", "select": ["markers"]}"#, to: "statuslint.json")
    let missing = try await tree.run("check")
    #expect(missing.exitCode == 2 && missing.errors.contains("the baseline accepted.jsonl was not found"))
    #expect(try await tree.run("check --update-baseline --grow").exitCode == 0)
    #expect(try await tree.run("check").exitCode == 0)
    #expect(try await tree.run("check --baseline other.jsonl").exitCode == 2)
    try tree.write("{}", to: "statuslint.json")
    #expect(try await tree.run("check --select markers").exitCode == 1)
  }

  @Test("trees with different configurations are each judged by their own, and must agree about the run")
  func severalConfigurations() async throws {
    let tree = try SampleTree(root: "a/specs")
    try tree.addTree("b/specs")
    try tree.repository.write(#"{"profile": "claude"}"#, to: "a/statuslint.json")
    try tree.repository.write(#"{"profile": "opencode"}"#, to: "b/statuslint.json")
    let both = try await tree.run("check", "a", "b", "-v", "--fail-on", "never")
    #expect(
      both.errors.contains("a/specs: profile claude") && both.errors.contains("b/specs: profile opencode"))
    try tree.repository.write(#"{"failOn": "never"}"#, to: "a/statuslint.json")
    let different = try await tree.run("check", "a", "b")
    #expect(different.exitCode == 2)
    #expect(
      different.errors.contains(
        "the trees have different settings of \"failOn\": a/statuslint.json:1, default"))
  }
}

/// The last component of a path.
private enum PathTail {
  static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }
}
