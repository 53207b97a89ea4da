import StatusDiagnostics
import StatusModel
import StatusText

/// A task was begun or completed before a task that it depends on.
struct UnmetDependency: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "unmet-dependency", family: .consistency, severity: .warning, fix: .none,
    summary: "A task is being implemented or is completed, but a task that it depends on has not ended.",
    rationale: """
      Either the work was begun too early and is built on something that does not exist yet, or the dependency is not \
      real and keeps other tasks waiting. Only the statuses are compared, not the dates. A task that depends on \
      itself is reported by dependency-cycle alone.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]

      ### 8. Paint the wall
      - **Status**: [IMPLEMENTING]
      - **Started**: 2026-01-05
      - **Dependencies**: «7»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: 2026-01-04

      ### 8. Paint the wall
      - **Status**: [IMPLEMENTING]
      - **Started**: 2026-01-05
      - **Dependencies**: 7
      """
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    for task in workspace.tasks where Self.isUnderWay(task) {
      var reported: Set<Int> = []
      for item in TaskDependencies.claims(of: task, in: workspace) where reported.insert(item.number).inserted
      {
        guard item.number != task.number, let other = workspace.task(item.number),
          Self.isOpen(other, workspace.profile),
          let claim = StatusClaim.trusted(task, in: workspace),
          let open = StatusClaim.trusted(other, in: workspace)
        else { continue }
        findings.report(
          workspace.subject(of: item),
          .unmet(task.number, claim, other.number), in: item.source, at: item.range, task: task.number,
          related: [
            RelatedLocation(
              Location(path: open.source.path, range: open.range), .isOpen(other.number, open)),
            RelatedLocation(
              Location(path: claim.source.path, range: claim.range), .isOpen(task.number, claim)),
          ],
          help: .finishFirst(other.number), evidence: "\(item.number)")
      }
    }
  }

  /// Whether every file that says something of `task` says that it has come to implementing.
  static func isUnderWay(_ task: TrackedTask) -> Bool {
    !task.certainStatuses.isEmpty && task.certainStatuses.allSatisfy(TaskDependencies.underWay.contains)
  }

  /// Whether every file that says something of `task` says that it has not ended.
  static func isOpen(_ task: TrackedTask, _ profile: Profile) -> Bool {
    !task.certainStatuses.isEmpty && !task.certainStatuses.contains(where: profile.vocabulary.isTerminal)
  }
}

extension TrackedTask {
  /// What TODO.md and state.json say that it is, as far as that is certain.
  fileprivate var certainStatuses: [Status] {
    [entry?.marker?.status, state?.certainStatus].compactMap(\.self)
  }
}

extension String {
  fileprivate static func unmet(_ number: Int, _ claim: StatusClaim, _ other: Int) -> String {
    "task \(number) is \(claim.shown), but task \(other), which it depends on, has not ended"
  }
  fileprivate static func isOpen(_ number: Int, _ claim: StatusClaim) -> String {
    "task \(number) is \(claim.shown)"
  }
  fileprivate static func finishFirst(_ other: Int) -> String {
    "finish task \(other) first, or remove the dependency if it is not real"
  }
}

extension StatusClaim {
  /// The status as messages quote it: a marker has brackets of its own.
  fileprivate var shown: String { authority == .taskList ? text : "\"\(text)\"" }
}
