import StatusModel
import StatusTestTrees
import Testing

/// What a new content of a file hides or merges has not vanished; what it takes out of sight for good has.
@Suite struct VanishedTaskTests {
  private static let list = """
    ### 1. First task
    - **Status**: [NOT STARTED]

    ### 2. Second task
    - **Effort**: 1 hour
    - **Status**: [NOT STARTED]

    """
  private static let plan = """
    - **Status**: [NOT STARTED]

    ### Phase 1: Begin [NOT STARTED]
    ### Phase 2: Go on [NOT STARTED]

    """
  private static let listPath = "specs/TODO.md"
  private static let planPath = "specs/001_first_task/plans/implementation-001.md"

  /// Task 2 is in TODO.md alone.
  private var tree: MemoryTree

  init() throws {
    tree = MemoryTree(
      files: [
        Self.listPath: Array(Self.list.utf8), Self.planPath: Array(Self.plan.utf8),
        "specs/state.json": Array(
          #"{"active_projects": [{"project_number": 1, "status": "not_started"}]}"#.utf8),
      ], now: try #require(Timestamp(secondsSince1970: 1_780_000_000)))
  }

  /// The rules that find something when the file at `path` has become `text`.
  private func rules(_ path: String, _ text: String) -> Set<String> {
    var changed = tree
    changed.files[path] = Array(text.utf8)
    return Set(changed.findings(since: tree).map(\.rule))
  }

  private static let blocks = [("```", "```"), ("~~~~", "~~~~"), ("<!--", "-->")]

  @Test(arguments: blocks) func hiddenTask(opening: String, closing: String) {
    let hidden = Self.list.replacing("### 2.", with: "\(opening)\n### 2.")
    let open = rules(Self.listPath, hidden)
    #expect(open.contains("unclosed-block") && !open.contains("vanished-task"), "\(open)")
    let closed = rules(Self.listPath, "\(hidden)\(closing)\n")
    #expect(closed.contains("vanished-task") && !closed.contains("unclosed-block"), "\(closed)")
  }

  @Test(arguments: blocks) func hiddenPhase(opening: String, closing: String) {
    let hidden = Self.plan.replacing("### Phase 2", with: "\(opening)\n### Phase 2")
    let open = rules(Self.planPath, hidden)
    #expect(open.contains("unclosed-block") && !open.contains("vanished-task"), "\(open)")
    let closed = rules(Self.planPath, "\(hidden)\(closing)\n")
    #expect(closed.contains("vanished-task") && !closed.contains("unclosed-block"), "\(closed)")
  }

  @Test("a part that is called by its title may get another one, but does not go")
  func titledParts() {
    func found(_ old: String, _ new: String) -> Bool {
      var (before, after) = (tree, tree)
      before.files[Self.planPath] = Array(Self.plan.replacing("### Phase 2", with: "\(old)### Phase 2").utf8)
      after.files[Self.planPath] = Array(Self.plan.replacing("### Phase 2", with: "\(new)### Phase 2").utf8)
      return after.findings(since: before).contains { $0.rule == "vanished-task" }
    }
    let part = "#### Glue the leg [NOT STARTED]\n"
    #expect(!found(part, "#### Glue all legs [NOT STARTED]\n"))
    #expect(!found(part, "\(part)#### Sand it [NOT STARTED]\n"))
    #expect(found(part, ""))
    #expect(found("\(part)#### Sand it [NOT STARTED]\n", "#### Glue all legs [NOT STARTED]\n"))
  }

  @Test(arguments: [
    ("Phases 1-2: All", false), ("Phases 1\u{2013}3: All", false), ("Phases 1 and 2: All", false),
    ("Phase 1: All", true), ("Phases 2-3: All", true),
  ])
  func mergedPhases(heading: String, isVanished: Bool) throws {
    let first = Self.plan[..<(try #require(Self.plan.firstRange(of: "### Phase 2")).lowerBound)]
    let found = rules(Self.planPath, String(first).replacing("Phase 1: Begin", with: heading))
    #expect(found.contains("vanished-task") == isVanished, "\(found)")
  }

  @Test mutating func aRangeThatWasTakenApart() {
    let merged = Self.plan.replacing("Phase 2: Go", with: "Phase 3: Go")
      .replacing("Phase 1: Begin", with: "Phases 1-2: Begin")
    tree.files[Self.planPath] = Array(merged.utf8)
    let apart = Self.plan.replacing("### Phase 2", with: "### Phase 2: More [COMPLETED]\n\n### Phase 3")
    #expect(!rules(Self.planPath, apart).contains("vanished-task"))
    let lost = Self.plan.replacing("### Phase 2", with: "### Phase 3")
    #expect(rules(Self.planPath, lost).contains("vanished-task"))
  }

  /// Two tasks in one heading are one task.
  @Test(arguments: ["1. First task and 2. Second task", "1, 2. Both", "1-2. Both"])
  func mergedTasks(heading: String) throws {
    let first = Self.list[..<(try #require(Self.list.firstRange(of: "### 2.")).lowerBound)]
    let merged = String(first).replacing("1. First task", with: heading)
    #expect(rules(Self.listPath, merged).contains("vanished-task"))
  }

  /// Where the number of a heading cannot be read, another rule says so.
  @Test(arguments: ["#2. Second task", "2) Second task", "Task 2: Second task"])
  func otherHeadings(heading: String) {
    let list = Self.list.replacing("2. Second task", with: heading)
    #expect(!rules(Self.listPath, list).contains("vanished-task"))
  }
}
