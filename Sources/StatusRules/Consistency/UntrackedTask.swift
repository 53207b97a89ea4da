import StatusDiagnostics
import StatusModel
import StatusText

/// A task of TODO.md is not in state.json.
struct UntrackedTask: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "untracked-task", family: .consistency, severity: .error, fix: .unsafe,
    summary: "A task in TODO.md is missing from state.json.",
    rationale: """
      Agents find their work in state.json. They will never begin this task, and its number will be assigned \
      again. A task whose number and title are in the archive is not untracked, but archived.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Status**: [NOT STARTED]
      """,
      "specs/state.json": #"{"active_projects": []}"#,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "not_started"}
        ]
      }
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = workspace.taskList, let registry = workspace.registry,
      workspace.tasks.contains(where: { $0.entry != nil && $0.state == nil })
    else { return }
    let closed = ClosedTasks(registry)
    let unnumbered = Set(registry.entries.lazy.filter { $0.number == nil }.compactMap(\.name))
    let json = LazyJSON(registry.source)
    let uses = Dictionary(list.tasks.map { ($0.number, 1) }, uniquingKeysWith: +)
    for task in workspace.tasks {
      guard let entry = task.entry, task.state == nil, closed.record(of: task.number) == nil,
        !isArchived(entry, list, workspace.archive)
      else { continue }
      findings.report(
        .task, .untracked(task.number, registry.path), in: list.source, at: entry.heading, task: task.number,
        related: [
          RelatedLocation(Location(path: registry.path, range: registry.entriesKey), .noEntry(task.number))
        ],
        missingFrom: [registry.path],
        fix: uses[task.number] == 1
          ? NewRegistryEntry(entry, of: task, in: list, workspace).flatMap {
            // An entry without a number may be the task's own.
            unnumbered.contains($0.name) ? nil : $0.fix(in: json, .add(registry.path))
          } : nil)
    }
  }

  private func isArchived(_ entry: TaskEntry, _ list: TaskList, _ archive: Archive) -> Bool {
    let records = archive.closed(entry.number)
    guard !records.isEmpty else { return false }
    let title = TitleWords(list.source.text(entry.title))
    return records.contains { record in record.name.map { TitleWords($0).mayName(sameAs: title) } ?? true }
  }
}

extension String {
  fileprivate static func untracked(_ number: Int, _ registry: String) -> String {
    "task \(number) is not in \(registry)"
  }
  fileprivate static func add(_ registry: String) -> String { "add the task to \(registry)" }
  fileprivate static func noEntry(_ number: Int) -> String {
    "there is no entry with project_number \(number)"
  }
}
