import StatusDiagnostics
import StatusModel
import StatusText

/// A task and its current plan disagree about how far the work has come.
struct PlanTaskMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "plan-task-mismatch", family: .consistency, severity: .warning, fix: .unsafe,
    summary: "A task and its current plan disagree about the progress of the work.",
    rationale: """
      One of them is completed and the other is not, or the plan has begun and the task has not. Some \
      readers use the status of the task and others use the plan.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: «[NOT STARTED]»
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Empty the shelves [IN PROGRESS]
      - **Started**: 2026-01-14T10:00:00Z
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IMPLEMENTING]
      - **Started**: 2026-01-14
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Empty the shelves [IN PROGRESS]
      - **Started**: 2026-01-14T10:00:00Z
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let profile = workspace.profile
    let json = workspace.registry.map { LazyJSON($0.source) }
    for task in workspace.tasks {
      guard let plan = workspace.currentPlan(of: task), let claim = StatusClaim.trusted(task, in: workspace),
        let disagreement = PlanDisagreement(plan, task: claim.status, profile)
      else { continue }
      findings.report(
        .task, .mismatch(task.number, claim.text, disagreement.words), in: claim.source, at: claim.range,
        task: task.number,
        related: [
          RelatedLocation(Location(path: plan.path, range: disagreement.place), .plan(disagreement.words))
        ],
        fix: fix(task, claim, plan, json, workspace), evidence: "\(claim.text) \(disagreement.words)")
    }
    checkArchive(workspace, &findings)
  }

  /// Compares the plans of the archive with the tasks that their directories are recorded for.
  private func checkArchive(_ workspace: Workspace, _ findings: inout FindingCollector) {
    let plans = workspace.archivedCurrentPlans
    if plans.isEmpty { return }
    let records = ArchiveRecords(workspace)
    for index in plans {
      let file = workspace.files[index]
      guard let plan = file.plan,
        let (task, registry) = records.record(of: workspace.directories[file.directory]),
        let status = task.status, let disagreement = PlanDisagreement(plan, task: status, workspace.profile)
      else { continue }
      let value = workspace.profile.vocabulary.value(status)
      findings.report(
        .entry, .mismatch(task.number, .archived(value), disagreement.words), in: registry.source,
        at: task.statusRange ?? task.range, task: task.number,
        related: [
          RelatedLocation(Location(path: plan.path, range: disagreement.place), .plan(disagreement.words))
        ],
        evidence: "\(value) \(disagreement.words)")
    }
  }

  /// Makes the task what its plan shows it to be; nil unless the plan's dates and phases leave no doubt about it, and
  /// the task's files agree so far.
  private func fix(
    _ task: TrackedTask, _ claim: StatusClaim, _ plan: Plan, _ json: LazyJSON?, _ workspace: Workspace
  ) -> Fix? {
    let profile = workspace.profile
    let claims = [
      task.entry?.marker.map(\.status), task.state?.status.map { _ in task.state?.certainStatus },
    ]
    guard claims.allSatisfy({ $0 == nil || $0 == claim.status }),
      let evidence = PlanEvidence(plan, profile)?.evidence,
      profile.taskTransitions.hasPath(from: claim.status, to: evidence.status, in: profile.vocabulary),
      profile.vocabulary.kind(claim.status) != .waiting, !profile.vocabulary.isTerminal(claim.status),
      !isLater(claim, than: evidence), TaskRewrite.allows(evidence.status, for: task, in: workspace)
    else { return nil }
    return TaskRewrite(evidence, in: workspace).fix(
      of: task, entry: task.entry, state: task.state, json: json,
      .follow(profile.vocabulary.marker(evidence.status)))
  }

  /// Whether the task's own date is later than those of its plan: then the task is what has changed since.
  private func isLater(_ claim: StatusClaim, than evidence: TaskEvidence) -> Bool {
    guard let own = claim.backing?.reading.found?.timestamp else { return false }
    return evidence.dates.values.allSatisfy { $0.timestamp.isBefore(own) }
  }
}

extension String {
  fileprivate static func mismatch(_ number: Int, _ task: String, _ plan: String) -> String {
    "task \(number) is \(task), but its current plan \(plan)"
  }
  fileprivate static func archived(_ value: String) -> String { "archived as \(value)" }
  fileprivate static func follow(_ marker: String) -> String {
    "set the task to \(marker) in every file, according to the phases of its plan and their dates"
  }
  fileprivate static func plan(_ words: String) -> String { "the plan \(words)" }
}
