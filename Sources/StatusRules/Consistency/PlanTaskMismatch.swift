import StatusDiagnostics
import StatusModel
import StatusText

/// A task and its current plan disagree about how far the work has come.
struct PlanTaskMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "plan-task-mismatch", family: .consistency, severity: .warning, fix: .unsafe,
    summary: "A task and its current plan disagree about how far the work has come.",
    rationale: """
      One of them is completed and the other is not, or the plan has begun and the task has not. Whoever picks \
      the next task looks at the one, whoever resumes it at the other.
      """,
    bad: """
      TODO.md:                    - **Status**: [PLANNED]
      implementation-001.md:      - **Status**: [COMPLETED]
      """,
    good: """
      TODO.md:                    - **Status**: [COMPLETED]
      implementation-001.md:      - **Status**: [COMPLETED]
      """)

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let profile = workspace.profile
    let json = workspace.registry.map { LazyJSON($0.source) }
    for task in workspace.tasks {
      guard let plan = workspace.currentPlan(of: task), let marker = plan.marker, let planned = marker.status,
        let claim = claim(task, workspace),
        PlanProgress(plan, saying: planned, profile)?.agrees(with: claim.status) == false
      else { continue }
      findings.report(
        .task, .mismatch(task.number, claim.text, plan.statusText), in: claim.source, at: claim.range,
        task: task.number,
        related: [RelatedLocation(Location(path: plan.path, range: marker.range), .plan(plan.statusText))],
        fix: fix(task, claim, plan, json, workspace), evidence: "\(claim.text) \(plan.statusText)")
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

  /// The claim of the file that the profile trusts more, as far as it says anything certain.
  private func claim(_ task: TrackedTask, _ workspace: Workspace) -> StatusClaim? {
    let vocabulary = workspace.profile.vocabulary
    for authority in workspace.profile.authority {
      switch authority {
      case .taskList:
        if let list = workspace.taskList, let entry = task.entry,
          let claim = StatusClaim(entry, in: list, vocabulary)
        {
          return claim
        }
      case .registry:
        if let registry = workspace.registry, let state = task.state,
          let claim = StatusClaim(state, in: registry, vocabulary)
        {
          return claim
        }
      }
    }
    return nil
  }
}

extension String {
  fileprivate static func mismatch(_ number: Int, _ task: String, _ plan: String) -> String {
    "task \(number) is \(task), but its current plan is \(plan)"
  }
  fileprivate static func follow(_ marker: String) -> String {
    "make the task \(marker) in every file, as the phases of its plan and their dates say"
  }
  fileprivate static func plan(_ marker: String) -> String { "the plan says \(marker)" }
}
