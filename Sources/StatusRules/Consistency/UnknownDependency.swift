import StatusDiagnostics
import StatusModel
import StatusText

/// A task depends on, or blocks, a task that does not exist.
struct UnknownDependency: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "unknown-dependency", family: .consistency, severity: .error, fix: .none,
    summary: "A task depends on, or blocks, a number that no active, completed or archived task has.",
    rationale: """
      The task waits for work that will never be done, or keeps nothing waiting. The number is misspelled, or the other \
      task was deleted. A range that runs backwards or has more than 1001 numbers names no tasks. A reference \
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
      let dependencies = TaskDependencies.claims(of: task, in: workspace)
      check(dependencies, .dependsOn, of: task, known, workspace, &findings)
      check(
        TaskDependencies.blocking(by: task, in: workspace), .blocks, of: task, known, workspace, &findings)
      if let entry = task.entry, let list = workspace.taskList {
        report(entry.unreadReferences, of: .task, task.number, in: list.source, &findings)
      }
      if let state = task.state, let registry = workspace.registry {
        report(state.unreadReferences, of: .entry, task.number, in: registry.source, &findings)
      }
    }
  }

  /// Reports what a file has in place of a task or a range.
  private func report(
    _ unread: [ByteRange], of subject: Finding.Subject, _ task: Int, in source: SourceText,
    _ findings: inout FindingCollector
  ) {
    for range in unread {
      let text = source.text(range)
      findings.report(
        subject, .notATask(task, text), in: source, at: range, task: task, help: .validRanges, evidence: text)
    }
  }

  /// Reports those of the tasks that `claims` name, and that do not exist.
  private func check(
    _ claims: [TaskDependencies.Item], _ relation: Relation, of task: TrackedTask, _ known: KnownTasks,
    _ workspace: Workspace, _ findings: inout FindingCollector
  ) {
    let unknown = claims.filter { !known.contains($0.number) && !known.mayBeForgotten($0.number) }
    var places = Dictionary(grouping: unknown, by: \.number)
    for claim in unknown {
      guard let all = places.removeValue(forKey: claim.number) else { continue }
      findings.report(
        workspace.subject(of: claim), .unknown(task.number, relation, claim.number),
        in: claim.source, at: claim.range, task: task.number,
        related: all.filter { $0.source.path != claim.source.path }.map {
          RelatedLocation(
            Location(path: $0.source.path, range: $0.range), .also(task.number, relation, claim.number))
        },
        missingFrom: [workspace.taskList?.path, workspace.registry?.path].compactMap(\.self),
        help: .correct, evidence: relation == .blocks ? "blocks \(claim.number)" : "\(claim.number)")
    }
  }
}

/// What a task says of another one.
private enum Relation: String {
  case dependsOn = "depends on"
  case blocks = "blocks"
}

extension String {
  fileprivate static func unknown(_ number: Int, _ relation: Relation, _ other: Int) -> String {
    "task \(number) \(relation.rawValue) task \(other), but no active, completed or archived task has this number"
  }
  fileprivate static func also(_ number: Int, _ relation: Relation, _ other: Int) -> String {
    "task \(number) \(relation.rawValue) task \(other) here too"
  }
  fileprivate static func notATask(_ number: Int, _ text: String) -> String {
    "task \(number) names \(text.quotedBriefly), which is not a task or a range of tasks"
  }
  fileprivate static let validRanges =
    "a range runs from a lower number to a higher one, and has at most 1001 numbers"
  fileprivate static let correct =
    "correct the number, or remove it; write a task of another repository as Name:123"
}
