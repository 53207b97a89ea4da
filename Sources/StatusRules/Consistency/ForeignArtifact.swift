import StatusDiagnostics
import StatusModel
import StatusText

/// A task links a file in the directory of another task.
struct ForeignArtifact: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "foreign-artifact", family: .consistency, severity: .info, fix: .none,
    summary: "A task links a file that is in the directory of another task.",
    rationale: """
      Often this is intended: a task builds on the research of another one. But a link that was copied from another task \
      sends agents to the wrong plan.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Research**: [«specs/008_paint_the_wall/plans/implementation-001.md»]

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      """,
      "specs/008_paint_the_wall/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Buy paint [NOT STARTED]
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      - **Plan**: [specs/008_paint_the_wall/plans/implementation-001.md]
      """,
      "specs/008_paint_the_wall/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Buy paint [NOT STARTED]
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let directories = DirectoryPlaces(workspace.directories)
    for link in workspace.links {
      guard let task = link.task, let place = link.target.path, let index = directories.directory(of: place),
        workspace.directories[index].number != task, let file = workspace.file(at: link.file),
        file.kind != .plan
      else { continue }
      findings.report(
        file.kind == .taskList ? .task : .entry,
        .foreign(task, link.text, workspace.directories[index].number), in: file.source,
        at: link.range, task: task)
    }
  }
}

extension String {
  fileprivate static func foreign(_ task: Int, _ link: String, _ owner: Int) -> String {
    "task \(task) links \"\(link)\", which is in the directory of task \(owner)"
  }
}
