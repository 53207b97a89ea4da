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
    for task in workspace.tasks {
      guard let plan = workspace.currentPlan(of: task), let marker = plan.marker, let planned = marker.status,
        let claim = claim(task, workspace), !agree(plan: planned, task: claim.status, profile.vocabulary)
      else { continue }
      findings.report(
        .task, .mismatch(task.number, claim.text, plan.statusText), in: claim.source, at: claim.range,
        task: task.number,
        related: [RelatedLocation(Location(path: plan.path, range: marker.range), .plan(plan.statusText))],
        evidence: "\(claim.text) \(plan.statusText)")
    }
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

  private func agree(plan: Status, task: Status, _ vocabulary: StatusVocabulary) -> Bool {
    // A task that waits for its pull request has a plan that is done.
    if plan == .completed { return task == .completed || task == .prReady }
    if task == .completed { return plan == .prReady }
    return !Self.begun.contains(plan) || !Self.beforeImplementing.contains(task)
  }

  private static let begun: StatusSet = [.inProgress, .implementing, .partial]
  private static let beforeImplementing: StatusSet = [
    .notStarted, .researching, .researched, .planning, .planned, .revising, .revised,
  ]
}

extension String {
  fileprivate static func mismatch(_ number: Int, _ task: String, _ plan: String) -> String {
    "task \(number) is \(task), but its current plan is \(plan)"
  }
  fileprivate static func plan(_ marker: String) -> String { "the plan says \(marker)" }
}
