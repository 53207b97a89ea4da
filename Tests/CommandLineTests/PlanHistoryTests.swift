import StatusTestSupport
import Testing

/// `history` of plans of other formats.
@Suite(.timeLimit(.minutes(5)))
struct PlanHistoryTests {
  private static let roadmap = ".planning/ROADMAP.md"
  private static let tracker = "_bmad-output/implementation-artifacts/sprint-status.yaml"

  private func schema() throws -> JSONSchema {
    JSONSchema(try JSONValue(parsing: FileBytes.read("\(Project.directory)/schemas/history.schema.json")))
  }

  private func lines(_ outcome: Outcome) throws -> [JSONValue] {
    try outcome.output.split(separator: "\n").map { try JSONValue(parsing: Array($0.utf8)) }
  }

  private func replace(_ old: String, _ new: String, in path: String, of tree: WorkTree) throws {
    let text = try tree.read(path)
    #expect(text.contains(old))
    try tree.write(text.replacing(old, with: new), to: path)
  }

  /// A repository in which phase 1 is done by one commit, at one, and reopened by the next, at three.
  private func movedTree() async throws -> WorkTree {
    let tree = try await WorkTree(corpus: "gsd-phases")
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin", hour: 0)
    for (hour, status) in [(1, "done"), (3, "in-progress")] {
      let outcome = try await tree.run("update 1 --status \(status) --allow-transition yes")
      #expect(outcome.exitCode == 0, "\(outcome.testDescription)")
      try await tree.git("commit -q -a -m 'to \(status)'", hour: hour)
    }
    return tree
  }

  @Test("every format tells the same")
  func formats() async throws {
    let tree = try await movedTree()
    let text = try await tree.run("history 1").output
    #expect(text.contains("phase 1 appeared as \"in-progress\"  (\(Self.roadmap))"), "\(text)")
    #expect(text.contains("phase 1: \"in-progress\" -> \"done\"  (\(Self.roadmap))"), "\(text)")
    #expect(text.contains("ILLEGAL: \"done\" is final [terminal-status-changed]"), "\(text)")
    #expect(try await tree.run("history phase-1").output == text)
    let schema = try schema()
    let json = try await tree.run("history --format json").json()
    #expect(schema.violations(in: json) == [])
    #expect(json["roots"]?[0]?["format"] == "gsd" && json["roots"]?[0]?["root"] == ".planning")
    let events = try lines(await tree.run("history --format jsonl"))
    #expect(json["events"] == .array(events))
    #expect(events.count { $0["legal"] == .boolean(false) } == 1)
    for option in ["--drift", "--summary"] {
      let json = try await tree.run("history \(option) --format json").json()
      #expect(schema.violations(in: json) == [], "\(option)")
    }
    let page = try await tree.run("history --format html").output
    #expect(page.contains("<strong>1</strong> illegal moves"), "\(page.count)")
    #expect(try await tree.run("history 1 --format html").output.contains("1: "))
  }

  @Test("only a format with an order has illegal moves")
  func illegal() async throws {
    let tree = try await movedTree()
    let outcome = try await tree.run("history --illegal")
    #expect(outcome.exitCode == 1 && outcome.output.split(separator: "\n").count == 2)
    #expect(try await tree.run("history --illegal --until HEAD~1").exitCode == 0)
    #expect(try await tree.run("history --illegal --since HEAD").exitCode == 0)
    #expect(try await tree.run("history --illegal --since HEAD~1").exitCode == 1)
    let free = try await WorkTree(corpus: "taskmaster-tasks")
    try await free.git("init -q -b main . && git add -A && git commit -q -m begin")
    #expect(try await free.run("update 3 --status pending").exitCode == 0)
    try await free.git("commit -q -a -m back")
    #expect(try await free.run("history 3").output.contains("task 3: \"review\" -> \"pending\""))
    let none = try await free.run("history --illegal")
    #expect(none.exitCode == 0 && none.output.isEmpty)
    #expect(none.errors.contains("Task Master does not say where its statuses may go"))
  }

  @Test("a phase with the number of another is not that one")
  func reusedNumber() async throws {
    let tree = try await movedTree()
    try replace("Phase 3: Seeds", "Phase 3: Harvest", in: Self.roadmap, of: tree)
    try replace("3. Seeds | 0/TBD | Planned", "3. Harvest | 0/TBD | Complete", in: Self.roadmap, of: tree)
    try await tree.git("commit -q -a -m others")
    try replace("Phase 3: Harvest", "Phase 3: Winter", in: Self.roadmap, of: tree)
    try replace("3. Harvest | 0/TBD | Complete", "3. Winter | 0/TBD | Planned", in: Self.roadmap, of: tree)
    try await tree.git("commit -q -a -m again")
    let events = try lines(await tree.run("history 3 --format jsonl"))
    #expect(events.map { $0["kind"] } == ["appeared", "appeared", "appeared"], "\(events)")
    #expect(events.allSatisfy { $0["legal"] == .boolean(true) })
  }

  @Test("places that parted meet again")
  func drift() async throws {
    let tree = try await WorkTree(corpus: "bmad-stories")
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin", hour: 0)
    let before = try await tree.run("history --drift").output
    try replace("1-1-knead-dough: ready-for-dev", "1-1-knead-dough: done", in: Self.tracker, of: tree)
    try await tree.git("commit -q -a -m tracker", hour: 2)
    let open = try await tree.run("history 1.1 --drift").output
    #expect(open.contains("\(Self.tracker) development_status \"done\", "), "\(open)")
    #expect(open.contains("to now") && !before.contains("1-1-knead-dough"))
    #expect(try await tree.run("update 1.1 --status review --allow-transition yes").exitCode == 0)
    try await tree.git("commit -q -a -m both", hour: 5)
    let intervals = try lines(await tree.run("history 1.1 --drift --format jsonl"))
    #expect(intervals.count == 1 && intervals[0]["seconds"] == 10_800, "\(intervals)")
    // A spec is done while its story is in review: that is how it is meant.
    try tree.write(
      "---\nstatus: done\n---\n", to: "_bmad-output/implementation-artifacts/spec-1-1-knead-dough.md")
    try await tree.git("add -A && git commit -q -m spec", hour: 6)
    #expect(try lines(await tree.run("history 1.1 --drift --format jsonl")) == intervals)
  }

  @Test("a move of a parent is not new in the merge")
  func merge() async throws {
    let tree = try await movedTree()
    try await tree.git("checkout -q -b topic HEAD~2")
    try replace("- [ ] 02-01-PLAN", "- [x] 02-01-PLAN", in: Self.roadmap, of: tree)
    try await tree.git("commit -q -a -m topic && git merge -q -m merge main")
    let events = try lines(await tree.run("history --format jsonl")).filter { $0["kind"] == "moved" }
    #expect(events.count { $0["id"] == "02-01" } == 1, "\(events)")
    #expect(events.count { $0["id"] == "1" } == 2)
  }

  @Test("what cannot be understood is reported once, and nothing is lost by it")
  func broken() async throws {
    let tree = try await WorkTree(corpus: "bmad-stories")
    try await tree.git("init -q -b main . && git add -A && git commit -q -m begin")
    let whole = try tree.read(Self.tracker)
    try tree.write("development_status: {\n", to: Self.tracker)
    try await tree.git("commit -q -a -m broken")
    try tree.write(whole.replacing("1-2-bake: backlog", with: "1-2-bake: ready-for-dev"), to: Self.tracker)
    try await tree.git("commit -q -a -m mended")
    let events = try lines(await tree.run("history --since HEAD~2 --format jsonl"))
    #expect(events.map { $0["kind"] } == ["unreadable", "moved"], "\(events)")
    #expect(events[0]["remark"] == "is not YAML that can be read" && events[1]["id"] == "1-2-bake")
  }

  @Test("a specs tree goes first, and a bare repository is looked into")
  func choice() async throws {
    let tree = try await movedTree()
    let text = try await tree.run("history").output
    try await tree.git("clone -q --bare . bare.git")
    var bare = tree.invocation(["history"])
    bare.directory = "\(tree.path)/bare.git"
    #expect(try await bare.run().output == text)
    try tree.write(
      "# TODO\n\n## Tasks\n\n### 3. Feed the cat\n- **Status**: [NOT STARTED]\n", to: "specs/TODO.md")
    try await tree.git("add specs && git commit -q -m specs")
    #expect(try await tree.run("history").output.contains("task 3 appeared as [NOT STARTED]"))
    #expect(try await tree.run("history 02-01").output.contains("plan 02-01 appeared"))
    #expect(try await tree.run("history --only-format gsd").output == text)
    #expect(try await tree.run("history 1 --only-format specs").output.isEmpty)
    #expect(try await tree.run("history --only-format bmad").exitCode == 2)
    let unknown = try await tree.run("history 99-99")
    #expect(unknown.exitCode == 0 && unknown.errors.contains("no commit has 99-99"))
  }
}
