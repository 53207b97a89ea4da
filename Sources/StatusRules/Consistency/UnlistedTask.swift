import StatusDiagnostics
import StatusModel
import StatusText

/// A task of state.json is not in TODO.md.
struct UnlistedTask: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "unlisted-task", family: .consistency, severity: .error, fix: .unsafe,
    summary: "A task in state.json is missing from TODO.md.",
    rationale: """
      People find their work in TODO.md. They will not see this task, although agents may work on it.
      """,
    bad: [
      "specs/TODO.md": "# TODO",
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": «7», "status": "not_started"}
        ]
      }
      """,
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
      workspace.tasks.contains(where: { $0.entry == nil })
    else { return }
    let json = LazyJSON(registry.source)
    let hidden = Set(list.hidden.tasks)
    let others = UnreadEntries(list)
    for task in workspace.tasks where task.entry == nil {
      guard let state = task.state else { continue }
      let bare = Self.bareHeading(of: state, in: list)
      findings.report(
        .entry, .unlisted(task.number, state.name, list.path), in: registry.source, at: state.numberRange,
        task: task.number,
        related: [
          RelatedLocation(
            Location(path: list.path, range: bare ?? .zero), bare == nil ? .noHeading(task.number) : .noField)
        ],
        missingFrom: [list.path],
        help: bare != nil ? .addFields : hidden.contains(task.number) ? .isHidden : nil,
        fix: bare != nil || others.mayHold(state)
          ? nil : NewTaskEntry(state, in: json, list, workspace)?.fix(.add(list.path), in: workspace),
        evidence: "\(task.number)")
    }
  }

  /// The heading that is the task's by its number and its title, but has no field below it.
  private static func bareHeading(of state: StateEntry, in list: TaskList) -> ByteRange? {
    list.bare.first { bare in
      guard bare.number == state.number else { return false }
      let title = TitleWords(list.source.text(bare.title))
      return state.name.map { TitleWords($0).mayName(sameAs: title) } ?? true
    }?.heading
  }
}

extension String {
  fileprivate static func unlisted(_ number: Int, _ name: String?, _ list: String) -> String {
    "task \(number)\(name.map { " (\($0))" } ?? "") is not in \(list)"
  }
  fileprivate static let isHidden =
    "its entry is hidden by a code fence or a comment that is not closed: see unclosed-block"
  fileprivate static let noField = "this heading has no field of a task below it, so it is not a task"
  fileprivate static let addFields =
    "write the fields of the task as in \"- **Status**: [NOT STARTED]\", with the name in bold"
  fileprivate static func add(_ list: String) -> String { "add the task to \(list)" }
  fileprivate static func noHeading(_ number: Int) -> String { "no task has the heading \"\(number). …\"" }
}
