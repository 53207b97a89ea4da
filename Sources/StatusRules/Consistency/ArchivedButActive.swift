import StatusDiagnostics
import StatusModel
import StatusText

/// A task is archived but still listed.
struct ArchivedButActive: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "archived-but-active", family: .consistency, severity: .error, fix: .none,
    summary: "A task is archived in archive/state.json, but still listed in TODO.md or state.json.",
    rationale: """
      Archiving moves a task. This task was copied instead, or was restored without removing it from the \
      archive. One agent treats it as finished, and another continues it. The archived task is the same \
      task only if both number and title agree, because numbers are reused for other tasks.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Status**: [NOT STARTED]
      """,
      "specs/archive/state.json": """
      {
        "archived_projects": [
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "completed"}
        ]
      }
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      """,
      "specs/archive/state.json": """
      {
        "archived_projects": [
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "completed"}
        ]
      }
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let archive = workspace.archive.registry else { return }
    for task in workspace.tasks {
      guard let record = workspace.archivedRecord(of: task), let place = workspace.claimPlace(of: task)
      else {
        continue
      }
      var related = [
        RelatedLocation(
          Location(path: archive.path, range: record.range), .archived(task.number, record.name ?? ""))
      ]
      if task.entry != nil, let state = task.state, let registry = workspace.registry {
        related.append(
          RelatedLocation(
            Location(path: registry.path, range: state.numberRange), .listed(task.number, registry.path)))
      }
      findings.report(
        place.subject, .both(task.number, place.source.path, archive.path), in: place.source, at: place.range,
        task: task.number, related: related, help: .help)
    }
  }
}

extension String {
  fileprivate static func both(_ number: Int, _ file: String, _ archive: String) -> String {
    "task \(number) is listed in \(file), but archived in \(archive)"
  }
  fileprivate static func archived(_ number: Int, _ name: String) -> String {
    "task \(number)\(name.isEmpty ? "" : " (\"\(name)\")") is archived here"
  }
  fileprivate static func listed(_ number: Int, _ path: String) -> String {
    "task \(number) is listed in \(path)"
  }
  fileprivate static let help =
    "remove it from TODO.md and state.json, or from the archive if the work continues"
}
