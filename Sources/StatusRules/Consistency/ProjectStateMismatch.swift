import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// The state.json of a task's directory contradicts state.json.
struct ProjectStateMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "project-state-mismatch", family: .consistency, severity: .error, fix: .unsafe,
    summary:
      "The state.json of a task's directory has another number, name or end than the task in state.json.",
    rationale: """
      The project state repeats what state.json says of its task. If one of them is completed or abandoned \
      and the other is not, an agent repeats the work or never does it. If the number or the name differs, the \
      file was copied from another task. `active` stands for every status before the end.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: 2026-01-12
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "completed", "completed": "2026-01-12"}
        ]
      }
      """,
      "specs/007_sort_the_cellar/state.json": """
      {"project_name": "sort_the_cellar", "project_number": 7, "status": "«active»"}
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: 2026-01-12
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "completed", "completed": "2026-01-12"}
        ]
      }
      """,
      "specs/007_sort_the_cellar/state.json": """
      {"project_name": "sort_the_cellar", "project_number": 7, "status": "completed"}
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let json = workspace.registry.map { LazyJSON($0.source) }
    lazy var records = ArchiveRecords(workspace)
    for file in workspace.files {
      guard let own = file.projectState, file.directory >= 0 else { continue }
      let directory = workspace.directories[file.directory]
      checkNumber(own, directory, file.source, &findings)
      if directory.isArchived {
        if let (task, registry) = records.record(of: directory) {
          checkArchived(own, as: task, in: registry, file.source, workspace, &findings)
        }
        continue
      }
      guard let registry = workspace.registry, let task = workspace.task(directory.number),
        let entry = task.state
      else { continue }
      checkName(own, entry, of: task, in: directory, file.source, registry, &findings)
      if let json { checkStatus(own, entry, of: task, file.source, json, workspace, &findings) }
    }
  }

  private func checkNumber(
    _ own: StateEntry, _ directory: ProjectDirectory, _ source: SourceText,
    _ findings: inout FindingCollector
  ) {
    guard let number = own.number, number != directory.number else { return }
    findings.report(
      .entry, .otherNumber(number, directory), in: source, at: own.numberRange, task: directory.number,
      help: .copied,
      fix: Fix(
        .unsafe, .setNumber(directory.number), at: Location(path: source.path, range: own.numberRange),
        with: String(directory.number)))
  }

  /// Compares the state of an archived task, of which only people know what is right, with what is recorded of it.
  private func checkArchived(
    _ own: StateEntry, as task: ClosedTask, in registry: StateFile, _ source: SourceText,
    _ workspace: Workspace, _ findings: inout FindingCollector
  ) {
    let place = "\(PathText.name(of: PathText.parent(of: registry.path)))/\(PathText.name(of: registry.path))"
    if let name = own.name, let recorded = task.name, name != recorded, let range = own.nameRange {
      findings.report(
        .entry, .archivedName(task.number, name, recorded, place), in: source, at: range, task: task.number,
        related: [RelatedLocation(Location(path: registry.path, range: task.range), .recorded)],
        evidence: "\(name) \(recorded)")
    }
    let vocabulary = workspace.profile.vocabulary
    guard let claim = StatusClaim(ownState: own, in: source, vocabulary), let status = task.status,
      claim.status != status, vocabulary.isTerminal(claim.status) || vocabulary.isTerminal(status)
    else { return }
    findings.report(
      .entry, .archivedStatus(task.number, claim.text, vocabulary.value(status), place), in: source,
      at: claim.range, task: task.number,
      related: [
        RelatedLocation(Location(path: registry.path, range: task.statusRange ?? task.range), .recorded)
      ],
      evidence: "\(claim.text) \(vocabulary.value(status))")
  }

  private func checkName(
    _ own: StateEntry, _ entry: StateEntry, of task: TrackedTask, in directory: ProjectDirectory,
    _ source: SourceText, _ registry: StateFile, _ findings: inout FindingCollector
  ) {
    guard let name = own.name, let listed = entry.name, name != listed, let range = own.nameRange else {
      return
    }
    let tree = JSONTree(source)
    // Two claims against one: then it is the name in state.json that is wrong.
    let isOutvoted = directory.slug == name
    findings.report(
      .entry, .otherName(task.number, name, listed), in: source, at: range, task: task.number,
      related: [
        RelatedLocation(
          Location(path: registry.path, range: entry.nameRange ?? entry.numberRange), .named(listed))
      ],
      help: isOutvoted ? .outvoted(name) : nil,
      fix: isOutvoted
        ? nil
        : Fix(.unsafe, .setName(listed), in: tree) { changes in
          if let root = tree.root { changes.set("project_name", to: .string(listed), in: root) }
        }, evidence: "\(name) \(listed)")
  }

  private func checkStatus(
    _ own: StateEntry, _ entry: StateEntry, of task: TrackedTask, _ source: SourceText, _ json: LazyJSON,
    _ workspace: Workspace, _ findings: inout FindingCollector
  ) {
    let vocabulary = workspace.profile.vocabulary
    guard let registry = workspace.registry, let claim = StatusClaim(ownState: own, in: source, vocabulary),
      let registered = StatusClaim(entry, in: registry, vocabulary), claim.status != registered.status,
      vocabulary.isTerminal(claim.status) || vocabulary.isTerminal(registered.status)
    else { return }
    let verdict = Verdict(registered, claim, workspace.profile)
    findings.report(
      .entry, .mismatch(task.number, claim, registered), in: source, at: claim.range, task: task.number,
      related: [
        RelatedLocation(Location(path: registry.path, range: registered.range), .registered(registered))
      ],
      help: .verdict(verdict, vocabulary),
      fix: fix(own, source, entry, of: task, verdict, json, workspace),
      evidence: "\(claim.text) \(registered.text)")
  }

  /// Makes the losing files say what the winner says; nil while TODO.md and state.json disagree.
  private func fix(
    _ own: StateEntry, _ source: SourceText, _ entry: StateEntry, of task: TrackedTask, _ verdict: Verdict,
    _ json: LazyJSON, _ workspace: Workspace
  ) -> Fix? {
    let listed = task.entry?.marker.map(\.status)
    guard listed == nil || listed == entry.certainStatus,
      TaskRewrite.allows(verdict.winner.status, for: task, in: workspace)
    else { return nil }
    let ownWins = verdict.winner.authority == nil
    let evidence = ownWins ? TaskEvidence(own, in: LazyJSON(source)) : TaskEvidence(entry, in: json)
    return evidence.flatMap {
      TaskRewrite($0, in: workspace).fix(
        of: task, entry: ownWins ? task.entry : nil, state: ownWins ? entry : nil, json: json,
        .follow(workspace.profile.vocabulary.marker($0.status), verdict.winner))
    }
  }
}

extension String {
  fileprivate static func otherNumber(_ number: Int, _ directory: ProjectDirectory) -> String {
    "project_number is \(number) here, but this is the directory of task \(directory.number)"
  }
  fileprivate static let copied =
    "the file may have been copied from another task: compare its name and its dates"
  fileprivate static func setNumber(_ number: Int) -> String { "set project_number to \(number)" }
  fileprivate static func otherName(_ number: Int, _ name: String, _ listed: String) -> String {
    "task \(number) is named \"\(name)\" here, but \"\(listed)\" in state.json"
  }
  fileprivate static func named(_ name: String) -> String { "project_name in state.json is \"\(name)\"" }
  fileprivate static func outvoted(_ name: String) -> String {
    "the name of the directory is also \"\(name)\": correct the name in state.json"
  }
  fileprivate static func setName(_ name: String) -> String {
    "set project_name to \"\(name)\", as in state.json"
  }
  fileprivate static func mismatch(_ number: Int, _ own: StatusClaim, _ registered: StatusClaim) -> String {
    "task \(number) is \"\(own.text)\" here, but \"\(registered.text)\" in \(registered.fileName)"
  }
  fileprivate static func archivedName(_ number: Int, _ name: String, _ recorded: String, _ place: String)
    -> String
  {
    "task \(number) is named \"\(name)\" here, but \"\(recorded)\" in \(place)"
  }
  fileprivate static func archivedStatus(_ number: Int, _ text: String, _ value: String, _ place: String)
    -> String
  {
    "task \(number) is \"\(text)\" here, but archived as \"\(value)\" in \(place)"
  }
  fileprivate static let recorded = "the record of the task is here"
  fileprivate static func registered(_ claim: StatusClaim) -> String {
    "the status in \(claim.fileName) is \"\(claim.text)\""
  }
  fileprivate static func verdict(_ verdict: Verdict, _ vocabulary: StatusVocabulary) -> String {
    "\"\(verdict.winner.text)\" has better evidence: \(verdict.reason)"
  }
  fileprivate static func follow(_ marker: String, _ winner: StatusClaim) -> String {
    "set the task to \(marker) in every file, as in \(winner.fileName)"
  }
}
