import StatusDiagnostics
import StatusModel
import StatusText

/// A task directory whose name does not have the form `NNN_slug`.
struct DirectoryName: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "directory-name", family: .structure, severity: .warning, fix: .none,
    summary: "The name of a task's directory is not the number of the task, an underscore and a slug.",
    rationale: """
      Programs find the files of a task by its number at the beginning of the directory name. They search \
      for `NNN_`: at least three digits, an underscore, and the slug. A directory with a different name \
      belongs to the task if a file links to it or no other directory has the number, but not every \
      program finds it.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Status**: [NOT STARTED]
      """,
      "specs/007-sort-the-cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
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
    for directory in workspace.directories where !directory.isArchived {
      guard let wanted = Self.wanted(directory), let task = workspace.task(directory.number),
        let place = workspace.claimPlace(of: task)
      else { continue }
      findings.report(
        place.subject, .otherForm(directory.path), in: place.source, at: place.range, task: task.number,
        help: Self.isTaken(wanted, beside: directory, in: workspace) ? .merge(wanted) : .rename(wanted),
        evidence: directory.path)
    }
    checkNumbers(workspace, &findings)
  }

  /// Reports the directories whose number no task can have.
  private func checkNumbers(_ workspace: Workspace, _ findings: inout FindingCollector) {
    guard let source = (workspace.taskListSource ?? workspace.registrySource)?.source else { return }
    for path in workspace.misnumbered where !workspace.directories.contains(where: { $0.path == path }) {
      findings.report(.tree, .tooLarge(path), in: source, at: .zero, help: .renumber, evidence: path)
    }
  }

  /// The name that the standard has for a directory; nil when it has that name.
  private static func wanted(_ directory: ProjectDirectory) -> String? {
    if directory.isRegular && directory.isPadded { return nil }
    let name = PathText.name(of: directory.path)
    let prefix = name.prefix { !("0"..."9").contains($0) }
    // What the slug is to be, only the owner knows.
    let slug = directory.slug.isEmpty ? "…" : String(directory.slug.map { $0 == "-" ? "_" : $0 })
    return (prefix.last == "_" ? prefix : "") + ProjectDirectory.standardName(directory.number, slug: slug)
  }

  private static func isTaken(_ name: String, beside directory: ProjectDirectory, in workspace: Workspace)
    -> Bool
  {
    let wanted = workspace.root.path(name)
    return workspace.directories.contains { $0.path == wanted && $0.path != directory.path }
  }
}

extension String {
  fileprivate static func otherForm(_ path: String) -> String {
    "the directory name \"\(path)\" does not have the form NNN_slug"
  }
  fileprivate static func tooLarge(_ path: String) -> String {
    "the number in the directory name \"\(path)\" is greater than 999999999, the highest task number"
  }
  fileprivate static let renumber = "give the task the next free number, and rename the directory"
  fileprivate static func merge(_ name: String) -> String {
    "move its files into \(name), which also exists, and update the links"
  }
  fileprivate static func rename(_ name: String) -> String { "rename it to \(name), and update the links" }
}
