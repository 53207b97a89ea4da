import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusText

/// A plan, a report or a summary that nothing links.
struct UnlinkedArtifact: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "unlinked-artifact", family: .artifacts, severity: .info, fix: .unsafe,
    summary: "A plan, a report or a summary is in the directory of a task, but no file links it.",
    rationale: """
      Agents follow links, so they do not read a report that nothing links. Earlier versions of a plan are often left \
      unlinked on purpose. A fix links a report or a summary in TODO.md; it never links a plan, because that could \
      change which plan is current. In a directory that needs a state.json and has none, missing-project-state comes first.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Status**: [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/reports/research-001.md": "# Wine",
      "specs/007_sort_the_cellar/state.json": #"{"project_number": 7, "status": "active"}"#,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Research**: [specs/007_sort_the_cellar/reports/research-001.md]
      """,
      "specs/007_sort_the_cellar/reports/research-001.md": "# Wine",
      "specs/007_sort_the_cellar/state.json": #"{"project_number": 7, "status": "active"}"#,
    ])

  static let needsStoredFiles = true

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    // A file that is there and cannot be read may have the links.
    let sources = [workspace.taskListSource, workspace.registrySource].compactMap(\.self)
    guard sources.allSatisfy({ $0.failure == TrackedFile.absent || !$0.isUnreadable }) else { return }
    let linked = Set(workspace.links.compactMap(\.target.path))
    let directories = DirectoryPlaces(workspace.directories)
    let style = workspace.taskList.map { LinkStyle(of: $0, workspace.root, workspace.profile) }
    for path in workspace.storedFiles where !linked.contains(path) {
      guard let index = directories.directory(of: path),
        let task = workspace.task(workspace.directories[index].number),
        let place = workspace.claimPlace(of: task)
      else { continue }
      findings.report(
        place.subject, .unlinked(task.number, path), in: place.source, at: place.range, task: task.number,
        missingFrom: [path], help: .whatIsALink,
        fix: hasState(workspace.directories[index], workspace)
          ? style.flatMap { fix(path, of: task, $0, workspace) } : nil,
        evidence: path)
    }
  }

  /// Whether the directory has the state.json that a directory with a linked file needs.
  private func hasState(_ directory: ProjectDirectory, _ workspace: Workspace) -> Bool {
    !workspace.profile.states.hasProjectStates || workspace.projectState(in: directory) != nil
  }

  /// Links a report or a summary in TODO.md.
  private func fix(_ path: String, of task: TrackedTask, _ style: LinkStyle, _ workspace: Workspace) -> Fix? {
    guard let list = workspace.taskList, let entry = task.entry, !path.contains(text: "/plans/") else {
      return nil
    }
    let isReport = path.contains(text: "/reports/")
    return Fix(.unsafe, .link(path, list.path), in: list.source) { changes in
      TaskEntryLayout(entry, in: list, workspace.profile).add(
        style.link(path), to: isReport ? "Research" : "Summary", after: isReport ? [] : [.research, .plan],
        in: &changes)
    }
  }
}

extension String {
  fileprivate static let whatIsALink =
    "a link is [path], [text](path) or `path`; a path without these is text"
  fileprivate static func unlinked(_ task: Int, _ path: String) -> String {
    "task \(task) has \"\(path)\", but no file links it"
  }
  fileprivate static func link(_ path: String, _ list: String) -> String { "link \(path) in \(list)" }
}
