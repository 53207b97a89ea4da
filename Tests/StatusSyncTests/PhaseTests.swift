import StatusModel
import StatusSync
import Testing

/// Phases are marked in every spelling that the parser reads, and nothing else in a plan changes.
@Suite struct PhaseTests {
  /// A phase as it is spelled, and as it is when it was begun and completed.
  struct Spelling: Sendable, CustomTestStringConvertible {
    let number: String
    let before: String
    let begun: String
    let done: String

    var testDescription: String { before }
  }

  static let time = "2026-01-10T12:00:00Z"
  static let end = "2026-01-10T12:00:00Z"

  static let spellings = [
    Spelling(
      number: "1", before: "### Phase 1: A [NOT STARTED]\n- **Goal**: g\n",
      begun: "### Phase 1: A [IN PROGRESS]\n- **Started**: \(time)\n- **Goal**: g\n",
      done: "### Phase 1: A [COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)\n- **Goal**: g\n"),
    Spelling(
      number: "1", before: "### Phase 1: A [NOT STARTED]\n\ntext\n",
      begun: "### Phase 1: A [IN PROGRESS]\n- **Started**: \(time)\n\ntext\n",
      done: "### Phase 1: A [COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)\n\ntext\n"),
    Spelling(
      number: "1", before: "## Phase 1 - A [ NOT STARTED ]\n* **Goal:** g\n",
      begun: "## Phase 1 - A [IN PROGRESS]\n* **Started:** \(time)\n* **Goal:** g\n",
      done: "## Phase 1 - A [COMPLETED]\n* **Started:** \(time)\n* **Completed:** \(end)\n* **Goal:** g\n"),
    Spelling(
      number: "1", before: "### **Phase 1: A**\n- **Status**: [NOT STARTED]\n- **Goal**: g\n",
      begun: "### **Phase 1: A**\n- **Status**: [IN PROGRESS]\n- **Started**: \(time)\n- **Goal**: g\n",
      done:
        "### **Phase 1: A**\n- **Status**: [COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)\n- **Goal**: g\n"
    ),
    Spelling(
      number: "1", before: "### Phase 1: A\n[NOT STARTED]\n\ntext\n",
      begun: "### Phase 1: A\n[IN PROGRESS]\n- **Started**: \(time)\n\ntext\n",
      done: "### Phase 1: A\n[COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)\n\ntext\n"),
    Spelling(
      number: "1", before: "### Phase 1: A\n\ntext\n",
      begun: "### Phase 1: A [IN PROGRESS]\n- **Started**: \(time)\n\ntext\n",
      done: "### Phase 1: A [COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)\n\ntext\n"),
    Spelling(
      number: "1", before: "### Phase 1: A [NOT STARTED] (two days) ###\n\ntext\n",
      begun: "### Phase 1: A [IN PROGRESS] (two days) ###\n- **Started**: \(time)\n\ntext\n",
      done:
        "### Phase 1: A [COMPLETED] (two days) ###\n- **Started**: \(time)\n- **Completed**: \(end)\n\ntext\n"
    ),
    Spelling(
      number: "1", before: "#### ✅ Phase 1: A [Not Started] ✅\n(Started: 2026-01-02T10:00:00Z)\n\ntext\n",
      begun: "#### ✅ Phase 1: A [IN PROGRESS] ✅\n(Started: 2026-01-02T10:00:00Z)\n\ntext\n",
      done: "#### ✅ Phase 1: A [COMPLETED] ✅\n(Started: 2026-01-02T10:00:00Z)\n(Completed: \(end))\n\ntext\n"),
    Spelling(
      number: "0", before: "### Phase 0: A [NOT STARTED]\n\n**Goal**: g\n",
      begun: "### Phase 0: A [IN PROGRESS]\n- **Started**: \(time)\n\n**Goal**: g\n",
      done: "### Phase 0: A [COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)\n\n**Goal**: g\n"),
    Spelling(
      number: "1", before: "### Phase 1: A [NOT STARTED]\r\n- **Goal**: g\r\n",
      begun: "### Phase 1: A [IN PROGRESS]\r\n- **Started**: \(time)\r\n- **Goal**: g\r\n",
      done:
        "### Phase 1: A [COMPLETED]\r\n- **Started**: \(time)\r\n- **Completed**: \(end)\r\n- **Goal**: g\r\n"
    ),
    Spelling(
      number: "1A", before: "### Phase 1A: A [NOT STARTED]\n\ntext\n",
      begun: "### Phase 1A: A [IN PROGRESS]\n- **Started**: \(time)\n\ntext\n",
      done: "### Phase 1A: A [COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)\n\ntext\n"),
    Spelling(
      number: "1", before: "### Phase 1: A [NOT STARTED]",
      begun: "### Phase 1: A [IN PROGRESS]\n- **Started**: \(time)",
      done: "### Phase 1: A [COMPLETED]\n- **Started**: \(time)\n- **Completed**: \(end)"),
  ]

  private func tree(_ plan: String) -> Fixture {
    Fixture.fresh.with(status: "IMPLEMENTING", value: "implementing", plan: plan)
  }

  private func step(_ number: String, _ statuses: String...) -> UpdateRequest {
    .of(12) { request in
      request.phases = statuses.map { PhaseStep(number: number, status: $0, reason: "the key is lost") }
    }
  }

  @Test(arguments: spellings)
  func spelled(_ spelling: Spelling) throws {
    let head = "# Plan\n\n- **Task**: 12\n\n"
    var tree = tree(head + spelling.before)
    try tree.make(step(spelling.number, "in_progress"))
    #expect(tree.files[Fixture.planPath] == head + spelling.begun)
    try tree.make(step(spelling.number, "completed"))
    #expect(tree.files[Fixture.planPath] == head + spelling.done)
    // Both steps in one update come to the same.
    var once = self.tree(head + spelling.before)
    try once.make(step(spelling.number, "in_progress", "completed"))
    #expect(once.files[Fixture.planPath] == head + spelling.done)
  }

  @Test("blocked and abandoned phases say why; Started stays")
  func reasons() throws {
    var tree = tree(Fixture.planText)
    try tree.make(step("1", "in_progress", "blocked"))
    let blocked = try #require(tree.files[Fixture.planPath])
    #expect(
      blocked.contains(
        "[BLOCKED]\n- **Started**: \(Self.time)\n- **Blocked**: \(Self.time), Reason: the key is lost\n- **Goal**"
      ))
    #expect(blocked.contains("- **Status**: [BLOCKED]\n"))
    tree.now = "2026-01-11T12:00:00Z"
    try tree.make(step("1", "in_progress"))
    let again = try #require(tree.files[Fixture.planPath])
    #expect(
      again.contains("- **Started**: \(Self.time)\n- **Blocked**: \(Self.time), Reason: the key is lost\n"))
    try tree.make(step("1", "completed"))
    let done = try #require(tree.files[Fixture.planPath])
    #expect(
      done.contains("- **Started**: \(Self.time)\n- **Completed**: 2026-01-11T12:00:00Z\n- **Blocked**"))
  }

  @Test("a plan's own Status follows from its phases")
  func planStatus() throws {
    var tree = tree(Fixture.planText)
    func status() -> String? {
      tree.files[Fixture.planPath]?.split(separator: "\n").first { $0.hasPrefix("- **Status**") }.map(
        String.init)
    }
    try tree.make(step("1", "in_progress"))
    #expect(status() == "- **Status**: [IN PROGRESS]")
    try tree.make(step("1", "completed"))
    #expect(status() == "- **Status**: [IN PROGRESS]")
    try tree.make(step("2", "in_progress", "completed"))
    #expect(status() == "- **Status**: [COMPLETED]")
    var claude = self.tree(Fixture.planText)
    claude.profile = .claude
    try claude.make(step("1", "in_progress"))
    #expect(claude.files[Fixture.planPath]?.contains("- **Status**: [IMPLEMENTING]\n") == true)
  }

  @Test("what the plan says rightly stays as it is")
  func synonyms() throws {
    var tree = tree(
      Fixture.planText.replacing("- **Status**: [NOT STARTED]", with: "- **Status**: [PLANNED]"))
    tree.profile = .claude
    let lines = try tree.difference(.of(12) { $0.status = "partial" }, in: Fixture.planPath)
    #expect(lines.isEmpty)
  }

  @Test("an outcome of a workflow needs no step in between, and invents no beginning")
  func outcomes() throws {
    var tree = tree(Fixture.planText)
    try tree.finish(
      12, .implement,
      #"{"status": "completed", "phase_statuses": [{"phase_number": 1, "status": "completed", "timestamp": "2026-01-09T10:00:00Z"}, {"phase_number": 2, "status": "completed", "timestamp": "2026-01-09T11:00:00+01:00", "started": "2026-01-09T09:00:00Z"}]}"#
    )
    let plan = try #require(tree.files[Fixture.planPath])
    #expect(
      plan.contains(
        "Phase 1: Empty the shelves [COMPLETED]\n- **Completed**: 2026-01-09T10:00:00Z\n- **Goal**"))
    #expect(
      plan.contains(
        "[COMPLETED]\n- **Started**: 2026-01-09T09:00:00Z\n- **Completed**: 2026-01-09T10:00:00Z\n"))
    #expect(tree.files["specs/state.json"]?.contains(#""status": "completed""#) == true)
  }

  @Test("a phase in the heading and in a Status line beneath it says one thing")
  func twice() throws {
    var tree = tree("# P\n\n### Phase 1: A [NOT STARTED]\n- **Status**: [NOT STARTED]\n")
    try tree.make(step("1", "in_progress"))
    #expect(
      tree.files[Fixture.planPath]
        == "# P\n\n### Phase 1: A [IN PROGRESS]\n- **Started**: \(Self.time)\n- **Status**: [IN PROGRESS]\n")
  }

  @Test("an order of phases that check passes is not refused, and one that it reports is")
  func order() {
    for (numbers, isOrdered) in [
      (["1", "2", "3"], true), (["1-2", "3"], true), (["1-3", "3-5"], true), (["1", "3"], false),
      (["2", "1"], false), (["1", "1"], false), (["4", "5"], false),
    ] {
      let phases = numbers.map { "### Phase \($0): Work [NOT STARTED]\n- **Goal**: g\n\n" }.joined()
      let tree = Fixture.fresh.with(
        status: "IMPLEMENTING", value: "implementing",
        plan: "# Plan\n\n- **Status**: [NOT STARTED]\n\n## Implementation Phases\n\n\(phases)")
      let errors = tree.errors(
        .of(12) { $0.phases = [PhaseStep(number: numbers[0], status: "in_progress")] })
      #expect(errors.contains { $0.code == "PHASE_ORDER" } == !isOrdered, "\(numbers) \(errors)")
    }
  }
}
