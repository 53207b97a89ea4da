import StatusDiagnostics
import StatusModel
import StatusText

/// plan_metadata has another number of phases, or of hours, than the plan.
struct PlanMetadataMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "plan-metadata-mismatch", family: .consistency, severity: .warning, fix: .safe,
    summary: "phase_count or estimated_hours of plan_metadata is not what the current plan says.",
    rationale: """
      Agents read plan_metadata to know how much work a plan is without opening it. After a revision of the plan it \
      is out of date: an agent stops after the last phase that it knows of.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "not_started", "plan_metadata": {"phase_count": «3»}}
        ]
      }
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]

      ### Phase 2: Sort the bottles [NOT STARTED]
      """,
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "not_started", "plan_metadata": {"phase_count": 2}}
        ]
      }
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]

      ### Phase 2: Sort the bottles [NOT STARTED]
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    for task in workspace.tasks {
      guard let plan = workspace.currentPlan(of: task), !plan.isMalformed else { continue }
      if let entry = task.state, let registry = workspace.registry {
        check(entry.plan, plan, task.number, registry.source, &findings)
      }
      for index in task.directories where !workspace.directories[index].isArchived {
        guard let file = workspace.projectState(in: workspace.directories[index]),
          let own = file.projectState
        else { continue }
        check(own.plan, plan, task.number, file.source, &findings)
      }
    }
  }

  private func check(
    _ record: PlanRecord, _ plan: Plan, _ task: Int, _ source: SourceText, _ findings: inout FindingCollector
  ) {
    if let (count, range) = record.phaseCount, count != plan.phaseCount, let first = plan.phases.first {
      findings.report(
        .entry, .phases(count, plan), in: source, at: range, task: task,
        related: [
          RelatedLocation(Location(path: plan.path, range: first.heading), .firstPhase(plan.phaseCount))
        ],
        fix: Fix(
          .safe, .setPhases(plan.phaseCount), at: Location(path: source.path, range: range),
          with: String(plan.phaseCount)), evidence: "phase_count")
    }
    if let (hours, range) = record.estimatedHours, let effort = plan.field(.effort),
      let planned = plan.estimatedHours, Double(planned) != hours
    {
      findings.report(
        .entry, .hours(source.text(range), plan), in: source, at: range, task: task,
        related: [
          RelatedLocation(Location(path: plan.path, range: effort.valueRange), .effort(plan.effortText))
        ],
        fix: Fix(.safe, .setHours(planned), at: Location(path: source.path, range: range), with: planned),
        evidence: "estimated_hours")
    }
  }
}

extension String {
  fileprivate static func phases(_ count: Int, _ plan: Plan) -> String {
    "phase_count is \(count), but \(plan.path) has \(Counted(plan.phaseCount, "phase"))"
  }
  fileprivate static func firstPhase(_ count: Int) -> String { "the first of the \(count) phases" }
  fileprivate static func setPhases(_ count: Int) -> String { "set phase_count to \(count), as in the plan" }
  fileprivate static func hours(_ hours: String, _ plan: Plan) -> String {
    "estimated_hours is \(hours), but the Effort in \(plan.path) is \"\(plan.effortText)\""
  }
  fileprivate static func effort(_ text: String) -> String { "the plan's Effort is \"\(text)\"" }
  fileprivate static func setHours(_ hours: String) -> String {
    "set estimated_hours to \(hours), as in the plan"
  }
}
