import StatusTestSupport
import Testing

/// `check`, `outline`, `rules` and `explain` of other formats, beside what Corpus/formats shows.
@Suite(.timeLimit(.minutes(2)))
struct PlanCheckTests {
  private static let oven = "openspec/changes/add-oven/tasks.md"

  private func findings(_ tree: WorkTree, _ arguments: String...) async throws -> [String] {
    try await tree.run(["check", "--format", "json"] + arguments).findings().map(\.rule)
  }

  @Test("--since shows what the revision did not have")
  func since() async throws {
    let tree = try await WorkTree(corpus: "openspec-tasks")
    let clean = try tree.read(Self.oven)
    try tree.write(clean.replacing("2/9", with: "5/9"), to: Self.oven)
    var git = tree.invocation([])
    git.shell =
      "rm -rf .git; git init -q . && git add -A && git -c user.name=a -c user.email=a@example.org commit -qm begin"
    #expect(try await git.run().exitCode == 0)
    let known = try await findings(tree)
    #expect(known.contains("count-mismatch"))
    #expect(try await findings(tree, "--since", "HEAD") == [])
    // What was wrong before may become worse; what is new is shown.
    try tree.write(
      clean.replacing("2/9", with: "6/9").replacing("- [x] 2.1 Draw it", with: "- [v] 2.1 Draw it"),
      to: Self.oven)
    let new = try await findings(tree, "--since", "HEAD")
    #expect(new.contains("unknown-marker") && !new.contains("count-mismatch"), "\(new)")
    #expect(try await findings(tree, "--changed").contains("count-mismatch"))
  }

  @Test("a comment suppresses findings of other formats, and is reported if it does not")
  func suppression() async throws {
    let tree = try await WorkTree(corpus: "openspec-tasks")
    let text = try tree.read(Self.oven).replacing("2/9", with: "5/9")
    let comment = "<!-- statuslint-disable-next-line count-mismatch -- by hand -->\n"
    try tree.write(text.replacing("**Progress**", with: comment + "**Progress**"), to: Self.oven)
    #expect(try await !findings(tree).contains("count-mismatch"))
    #expect(try await !findings(tree).contains("unused-suppression"))
    let useless = "# Design\n\n<!-- statuslint-disable count-mismatch, rollup-mismatch -- later -->\n\nText\n"
    try tree.write(useless, to: "openspec/changes/add-oven/design.md")
    let found = try await tree.run("check --format concise").output
    #expect(
      found.contains(
        "openspec/changes/add-oven/design.md:3:25: warning: \"count-mismatch\" suppresses no finding"),
      "\(found)")
    // A rule that did not run, or that the format does not have, is not judged.
    #expect(
      try await !findings(tree, "--ignore", "count-mismatch,rollup-mismatch").contains("unused-suppression"))
    _ = try await tree.run("check --fix")
    #expect(try !tree.read("openspec/changes/add-oven/design.md").contains("statuslint-disable"))
    #expect(try tree.read(Self.oven).contains("5/9"))
  }

  @Test("outline shows boxes and the values of YAML")
  func outline() async throws {
    let tree = try await WorkTree(corpus: "kiro-tasks")
    let text = try await tree.run("outline .kiro/specs/compost/tasks.md").output
    #expect(text.contains("4             box [ ] 1.1 Gather leaves"), "\(text)")
    let boxes = try await tree.run("outline .kiro/specs/compost/tasks.md --format json").output
    #expect(boxes.contains("\"mark\": \" \"") && boxes.contains("\"id\": \"1.2\""))
    try tree.write("| A | B |\n|---|---|\n| 1 | `|` |\n", to: "t.md")
    #expect(try await tree.run("outline t.md").output.contains("3           row 1 | `|`"))
    let story = try await WorkTree(corpus: "bmad-stories")
    let tracker = "_bmad-output/implementation-artifacts/sprint-status.yaml"
    let values = try await story.run("outline \(tracker)").output
    #expect(
      values.contains("7             plain epic-1 backlog")
        && values.contains("13            single-quoted 2-2-count 'done'"), "\(values)")
    let objects = try await story.run("outline \(tracker) --format json").json()
    #expect(objects[0]?["kind"] == "map")
    try story.write("a: *b\n", to: "x.yml")
    let broken = try await story.run("outline x.yml")
    #expect(broken.exitCode == 1 && broken.errors.contains("x.yml:1:4: error: an alias"))
  }

  @Test("init configures a repository that has only other formats, and makes an agent call the hook")
  func initialize() async throws {
    let tree = try await WorkTree(corpus: "openspec-tasks")
    try tree.write(try tree.read(Self.oven).replacing("2/9", with: "5/9"), to: Self.oven)
    #expect(try await tree.run("check --quiet").exitCode == 1)
    let outcome = try await tree.run("init --baseline")
    #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
    #expect(try tree.read("statuslint.json").contains("found by themselves: openspec."))
    #expect(try await tree.run("check --quiet").exitCode == 0)
    let hook = try await tree.run("init --agent claude")
    #expect(hook.exitCode == 0 && hook.output.contains(".claude/settings.json"), "\(hook.testDescription)")
  }

  @Test("rules and explain say which formats know a rule")
  func formats() async throws {
    let tree = try await WorkTree(corpus: "openspec-tasks")
    let rules = try await tree.run("rules --format json").json()
    guard case .array(let list) = rules["rules"] else {
      Issue.record("no rules")
      return
    }
    var known: [String: [String]] = [:]
    for rule in list {
      guard case .string(let name) = rule["name"], case .array(let formats) = rule["formats"] else {
        continue
      }
      known[name] = formats.compactMap { if case .string(let name) = $0 { name } else { nil } }
    }
    #expect(known.count == list.count && known.values.allSatisfy { !$0.isEmpty })
    #expect(known["overlapping-change"] == ["openspec"])
    #expect(known["next-number"] == ["specs"])
    #expect(known["count-mismatch"]?.contains("specs") == false || known["count-mismatch"]?.first == "specs")
    #expect(known["unused-suppression"]?.contains("taskmaster") == true)
    #expect(try await tree.run("explain overlapping-change").output.contains("\nFormats: openspec\n"))
  }
}
