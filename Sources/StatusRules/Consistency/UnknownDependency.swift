import StatusDiagnostics
import StatusModel
import StatusText

/// A task depends on a task that does not exist.
struct UnknownDependency: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "unknown-dependency", family: .consistency, severity: .error, fix: .none,
    summary: "A task depends on a number that no active, completed or archived task has.",
    rationale: """
      The task waits for work that will never be done. The number is misspelled, or the other task was deleted. A reference \
      into another repository, such as `Other:291`, is not checked. In a tree without an archive, numbers below the \
      smallest one are not reported, because old tasks may have been deleted.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Dependencies**: «12»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Dependencies**: 8

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      """
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let known = KnownTasks(workspace) else { return }
    for task in workspace.tasks {
      var reported: Set<Int> = []
      let claims = TaskDependencies.claims(of: task, in: workspace)
      for claim in claims where !known.contains(claim.number) && !known.mayBeForgotten(claim.number) {
        guard reported.insert(claim.number).inserted else { continue }
        findings.report(
          workspace.subject(of: claim), .unknown(task.number, claim.number),
          in: claim.source, at: claim.range, task: task.number,
          related: claims.filter { $0.number == claim.number && $0.source.path != claim.source.path }.map {
            RelatedLocation(Location(path: $0.source.path, range: $0.range), .also(task.number, claim.number))
          },
          missingFrom: [workspace.taskList?.path, workspace.registry?.path].compactMap(\.self),
          help: .correct,
          evidence: "\(claim.number)")
      }
    }
  }
}

extension String {
  fileprivate static func unknown(_ number: Int, _ other: Int) -> String {
    "task \(number) depends on task \(other), but no active, completed or archived task has this number"
  }
  fileprivate static func also(_ number: Int, _ other: Int) -> String {
    "task \(number) depends on task \(other) here too"
  }
  fileprivate static let correct =
    "correct the number, or remove it; write a task of another repository as Name:123"
}
