import StatusTestSupport
import Testing

/// What a new content of a file hides or merges has not vanished; what it takes out of sight for good has.
@Suite(.timeLimit(.minutes(5)))
struct VanishedTaskTests {
  private let tree: SampleTree

  /// Task 2 is in TODO.md alone.
  init() throws {
    tree = try SampleTree()
    try tree.write(
      SampleTree.registry.replacing(/,\s*\{\s*"project_number": 2[^}]*\}/, with: ""), to: "state.json")
  }

  private func rules(_ path: String, _ input: String) async throws -> Set<String> {
    var invocation = tree.invocation("check", "--stdin-path", path, "--format", "json")
    invocation.input = Array(input.utf8)
    return Set(try await invocation.run().findings().map(\.rule))
  }

  private static let blocks = [("```", "```"), ("~~~~", "~~~~"), ("<!--", "-->")]

  @Test(arguments: blocks) func hiddenTask(opening: String, closing: String) async throws {
    let hidden = SampleTree.taskList.replacing("### 2.", with: "\(opening)\n### 2.")
    let open = try await rules("specs/TODO.md", hidden)
    #expect(open.contains("unclosed-block") && !open.contains("vanished-task"), "\(open)")
    let closed = try await rules("specs/TODO.md", "\(hidden)\(closing)\n")
    #expect(closed.contains("vanished-task") && !closed.contains("unclosed-block"), "\(closed)")
  }

  @Test(arguments: blocks) func hiddenPhase(opening: String, closing: String) async throws {
    let hidden = SampleTree.planText.replacing("### Phase 2", with: "\(opening)\n### Phase 2")
    let open = try await rules("specs/\(SampleTree.plan)", hidden)
    #expect(open.contains("unclosed-block") && !open.contains("vanished-task"), "\(open)")
    let closed = try await rules("specs/\(SampleTree.plan)", "\(hidden)\(closing)\n")
    #expect(closed.contains("vanished-task") && !closed.contains("unclosed-block"), "\(closed)")
  }

  @Test(arguments: [
    ("Phases 1-2: All", false), ("Phases 1\u{2013}3: All", false), ("Phases 1 and 2: All", false),
    ("Phase 1: All", true), ("Phases 2-3: All", true),
  ])
  func mergedPhases(heading: String, isVanished: Bool) async throws {
    let plan = SampleTree.planText
    let first = plan[..<(try #require(plan.firstRange(of: "### Phase 2")).lowerBound)]
    let merged = String(first).replacing("Phase 1: Begin", with: heading)
    let found = try await rules("specs/\(SampleTree.plan)", merged)
    #expect(found.contains("vanished-task") == isVanished, "\(found)")
  }

  @Test func aRangeThatWasTakenApart() async throws {
    let plan = SampleTree.planText
    try tree.write(
      plan.replacing("Phase 2: Go", with: "Phase 3: Go").replacing(
        "Phase 1: Begin", with: "Phases 1-2: Begin"),
      to: SampleTree.plan)
    let apart = plan.replacing("### Phase 2", with: "### Phase 2: More [COMPLETED]\n\n### Phase 3")
    #expect(try await !rules("specs/\(SampleTree.plan)", apart).contains("vanished-task"))
    let lost = plan.replacing("### Phase 2", with: "### Phase 3")
    #expect(try await rules("specs/\(SampleTree.plan)", lost).contains("vanished-task"))
  }

  /// Two tasks in one heading are one task.
  @Test(arguments: ["1. First task and 2. Second task", "1, 2. Both", "1-2. Both"])
  func mergedTasks(heading: String) async throws {
    let list = SampleTree.taskList
    let first = list[..<(try #require(list.firstRange(of: "### 2.")).lowerBound)]
    let merged = String(first).replacing("1. First task", with: heading)
    #expect(try await rules("specs/TODO.md", merged).contains("vanished-task"))
  }

  /// Where the number of a heading cannot be read, another rule says so.
  @Test(arguments: ["#2. Second task", "2) Second task", "Task 2: Second task"])
  func otherHeadings(heading: String) async throws {
    let list = SampleTree.taskList.replacing("2. Second task", with: heading)
    #expect(try await !rules("specs/TODO.md", list).contains("vanished-task"))
  }
}
