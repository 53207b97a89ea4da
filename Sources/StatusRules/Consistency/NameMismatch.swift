import StatusDiagnostics
import StatusModel
import StatusText

/// The slug of a task's directory is not its project_name.
struct NameMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "name-mismatch", family: .consistency, severity: .warning, fix: .none,
    summary: "The directory of a task has another name than project_name in state.json.",
    rationale: """
      Agents build the path of a task's files from its number and its project_name. Where the directory has another \
      name, they do not find the files, and create a second directory.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "project_name": "«sort_the_cellar»", "status": "not_started"}
        ]
      }
      """,
      "specs/007_tidy_up/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "not_started"}
        ]
      }
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let registry = workspace.registry else { return }
    for task in workspace.tasks {
      guard let state = task.state, let name = state.name, !name.isEmpty, let range = state.nameRange else {
        continue
      }
      let directories = task.directories.map { workspace.directories[$0] }.filter {
        !$0.isArchived && $0.isRegular
      }
      guard let first = directories.first, !directories.contains(where: { Self.isSame($0.slug, name) }) else {
        continue
      }
      findings.report(
        .entry, .otherName(task.number, name, first.path), in: registry.source, at: range, task: task.number,
        help: .rename(first, name), evidence: "\(name) \(first.slug)")
    }
  }

  /// Whether two names have the same letters and digits: how they are separated is for other rules.
  private static func isSame(_ slug: String, _ name: String) -> Bool {
    slug == name || letters(slug) == letters(name)
  }

  private static func letters(_ name: String) -> [UInt8] {
    name.utf8.filter { ASCII.isAlphanumeric($0) || $0 >= 0x80 }.map(ASCII.lowercased)
  }
}

extension String {
  fileprivate static func otherName(_ number: Int, _ name: String, _ directory: String) -> String {
    "task \(number) is named \"\(name)\" here, but its directory is \(directory)"
  }
  fileprivate static func rename(_ directory: ProjectDirectory, _ name: String) -> String {
    "set project_name to \"\(directory.slug)\", or rename the directory and update the links"
  }
}
