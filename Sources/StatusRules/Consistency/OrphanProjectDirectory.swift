import StatusDiagnostics
import StatusModel
import StatusText

/// A directory has a number that no task has.
struct OrphanProjectDirectory: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "orphan-project-directory", family: .consistency, severity: .warning, fix: .none,
    summary: "A directory begins with a number that no active, completed or archived task has.",
    rationale: """
      The task was deleted or archived, and its directory was forgotten. Plans in it look like open work, and the number \
      may be given to a new task, which then seems to have plans.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/012_paint_the_wall/plans/implementation-001.md": """
      «»- **Status**: [NOT STARTED]

      ### Phase 1: Buy paint [NOT STARTED]
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let known = KnownTasks(workspace), let root = workspace.taskListSource ?? workspace.registrySource
    else {
      return
    }
    for directory in workspace.directories where !directory.isArchived && !known.contains(directory.number) {
      findings.report(
        .tree, .orphan(directory), in: workspace.firstFile(in: directory)?.source ?? root.source, at: .zero,
        task: directory.number,
        missingFrom: [workspace.taskListSource?.path, workspace.registrySource?.path].compactMap(\.self),
        help: .move, evidence: directory.path)
    }
  }
}

extension String {
  fileprivate static func orphan(_ directory: ProjectDirectory) -> String {
    "the directory \"\(directory.path)\" belongs to no task: no active, completed or archived task has the number \(directory.number)"
  }
  fileprivate static let move = "add the task, or move the directory to archive/"
}
