import StatusModel
import StatusSync
import StatusSyntax
import StatusTestSupport
import StatusTestTrees
import StatusText
import Testing

/// What remains of a plan is the same to every command that asks.
@Suite struct RemainingAgreementTests {
  private static let path = "specs/012_sort_the_cellar/plans/implementation-001.md"

  /// A task that is implemented by a plan with these phases.
  private func tree(_ phases: [String], planStatus: String, _ profile: Profile) -> MemoryTree {
    let list = """
      # TODO

      ## Tasks

      ### 12. Sort the cellar
      - **Effort**: 4 hours
      - **Status**: [IMPLEMENTING]
      - **Started**: 2026-01-05
      - **Priority**: High
      - **Language**: general
      - **Plan**: [\(Self.path)]

      """
    let registry = """
      {
        "next_project_number": 13,
        "active_projects": [
          {
            "project_number": 12, "project_name": "sort_the_cellar", "type": "feature",
            "status": "implementing", "priority": "high", "language": "general",
            "created": "2026-01-04T09:00:00Z", "started": "2026-01-05", "last_updated": "2026-01-05",
            "artifacts": ["\(Self.path)"], "plan_path": "\(Self.path)"
          }
        ],
        "completed_projects": []
      }

      """
    let plan =
      "# Implementation Plan: Sort\n\n- **Task**: 12 - Sort\n- **Status**: [\(planStatus)]\n\n"
      + "## Implementation Phases\n\n" + phases.joined()
    let files = ["specs/TODO.md": list, "specs/state.json": registry, Self.path: plan]
    return MemoryTree(
      files: files.mapValues { Array($0.utf8) }, profile: profile,
      now: .seconds(1_768_478_400))
  }

  private func plan(_ request: UpdateRequest, _ tree: MemoryTree) -> Result<PlannedUpdate, SyncErrors> {
    UpdatePlanner(tree.workspace(), facts: [:]).plan(request)
  }

  /// The phases of a plan: numbered one after the other, some with parts, some as ranges, one that cannot be read.
  private func phases(_ random: inout SplitMix64) -> [String] {
    let statuses = [
      "NOT STARTED", "IN PROGRESS", "COMPLETED", "COMPLETED", "COMPLETED", "ABANDONED", "BLOCKED",
    ]
    func phase(_ label: String, _ level: Int, _ random: inout SplitMix64) -> String {
      let status = statuses.randomElement(using: &random) ?? ""
      return "\(String(repeating: "#", count: level)) Phase \(label): Work [\(status)]\n"
        + "- **Started**: 2026-01-05T10:00:00Z\n"
        + (status == "IN PROGRESS" || status == "NOT STARTED"
          ? "" : "- **\(status.capitalized)**: 2026-01-06T10:00:00Z, Reason: rain\n") + "\n"
    }
    var phases: [String] = []
    var number = 1
    for _ in 1...Int.random(in: 1...4, using: &random) {
      let isRange = Int.random(in: 0..<6, using: &random) == 0
      phases.append(phase(isRange ? "\(number)-\(number + 1)" : "\(number)", 3, &random))
      if !isRange, Int.random(in: 0..<3, using: &random) == 0 {
        for part in 1...Int.random(in: 1...2, using: &random) {
          phases.append(phase("\(number).\(part)", 4, &random))
        }
      }
      number += isRange ? 2 : 1
    }
    if Int.random(in: 0..<8, using: &random) == 0 { phases.append("### Phase #9: Rest [COMPLETED]\n\n") }
    return phases
  }

  /// How many plans of each shape were compared.
  private struct Seen {
    var parts = 0
    var ranges = 0
    var abandoned = 0
    var unreadable = 0
    var ended = 0
    var open = 0

    mutating func add(_ text: String, _ remaining: Remaining?) {
      parts += text.contains("#### Phase ") ? 1 : 0
      ranges += text.contains(/Phase \d-\d/) ? 1 : 0
      abandoned += text.contains("[ABANDONED]") ? 1 : 0
      unreadable += remaining == nil ? 1 : 0
      ended += remaining?.mayBeCompleted ?? false ? 1 : 0
      open += remaining?.open.isEmpty ?? true ? 0 : 1
    }
  }

  @Test(
    "resume, begin, finish, update and check agree on what remains", arguments: [Profile.opencode, .claude])
  func agreement(profile: Profile) throws {
    var random = SplitMix64(seed: 1)
    var seen = Seen()
    for _ in 1...200 { try compare(phases(&random), profile, &seen) }
    #expect(
      [seen.parts, seen.ranges, seen.abandoned, seen.unreadable, seen.ended, seen.open].allSatisfy {
        $0 > 10
      },
      "\(seen)")
  }

  private func compare(_ phases: [String], _ profile: Profile, _ seen: inout Seen) throws {
    let tree = tree(phases, planStatus: "COMPLETED", profile)
    let workspace = tree.workspace()
    let text = phases.joined()
    let plan = try #require(workspace.task(12).flatMap { workspace.currentPlan(of: $0) })
    let remaining = Remaining(plan, profile)
    seen.add(text, remaining)
    let mayBeCompleted = remaining?.mayBeCompleted ?? false
    let labels = remaining?.open.map { plan.phases[$0].number.label }

    let findings = Set(tree.findings().map(\.rule))
    let isRefuted = !findings.isDisjoint(with: ["plan-status-mismatch", "open-subphase", "malformed-plan"])
    #expect(isRefuted == !mayBeCompleted, "\(text) \(findings)")

    let answer = ResumePlanner(workspace).answer(12)
    #expect(
      answer.point.map { [$0.phase].compactMap { $0?.number } + $0.remaining.map(\.number) } == labels,
      "\(text)")
    #expect(answer.errors.contains { $0.code == "MALFORMED_PLAN" } == (remaining == nil), "\(text)")

    let beginning = WorkflowPlanner(.implement, workspace).begin(12, session: "s") { "s" }
    #expect((try? beginning.get()) == nil ? remaining == nil : remaining != nil, "\(text)")
    #expect((try? beginning.get())?.phase?.number == labels?.first, "\(text)")

    var update = UpdateRequest(TaskSelection(12))
    update.status = "completed"
    let updated = self.plan(update, tree)
    #expect(((try? updated.get()) != nil) == mayBeCompleted, "\(text) \(updated)")

    try finish(tree, [], labels: labels, mayBeCompleted: mayBeCompleted, text)
    guard let labels, let open = remaining?.open, !open.isEmpty else { return }
    for count in [1, open.count] {
      let changes = Dictionary(uniqueKeysWithValues: open.prefix(count).map { ($0, Status.completed) })
      let may = Remaining(plan, profile, after: changes)?.mayBeCompleted ?? false
      try finish(tree, Array(labels.prefix(count)), labels: [], mayBeCompleted: may, text)
    }
  }

  /// Ends the implementation with `completed` phases, after which those of `labels` remain.
  private func finish(
    _ tree: MemoryTree, _ completed: [String], labels: [String]?, mayBeCompleted: Bool, _ text: String
  ) throws {
    let steps = completed.map { "{\"phase_number\": \"\($0)\", \"status\": \"completed\"}" }
    let object = try ExecutorReturn.read(
      JSONTree(
        SourceText("{\"status\": \"completed\", \"phase_statuses\": [\(steps.joined(separator: ", "))]}"))
    ).get()
    let request = try WorkflowPlanner(.implement, tree.workspace()).finish(12, object, session: nil).get()
    let result = plan(request, tree)
    guard let labels else {
      #expect(throws: SyncErrors.self, "\(text)") { try result.get() }
      return
    }
    if completed.isEmpty, !labels.isEmpty {
      #expect(throws: SyncErrors.self, "\(text)") { try result.get() }
    } else {
      let isCompleted = try result.get().moves.first?.new == "completed"
      #expect(isCompleted == mayBeCompleted, "\(text) \(completed)")
    }
  }
}
