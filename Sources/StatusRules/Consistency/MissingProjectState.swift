import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusSyntax
import StatusText

/// A task has artifacts, but no state of its own.
struct MissingProjectState: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "missing-project-state", family: .consistency, severity: .error, fix: .safe,
    summary: "A task has artifacts, in its directory or elsewhere, but no state.json in its directory.",
    rationale: """
      Agents find the reports and plans of a task in the state.json of its directory. Without it, they begin again. A fix \
      creates it from what state.json, the plan and the links of the task say.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Status**: [NOT STARTED]
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "not_started", "created": "2026-01-02T09:00:00Z"}
        ]
      }
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
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
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "not_started", "created": "2026-01-02T09:00:00Z"}
        ]
      }
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/state.json": """
      {
        "project_name": "sort_the_cellar",
        "project_number": 7,
        "phase": "not_started",
        "status": "active",
        "reports": [],
        "plans": [
          "plans/implementation-001.md"
        ],
        "summaries": [],
        "plan_metadata": {
          "phase_count": 1
        },
        "created": "2026-01-02T09:00:00Z",
        "last_updated": "2026-05-28"
      }
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let lacking = TaskWithoutState.all(in: workspace)
    if lacking.isEmpty { return }
    let artifacts = DirectoryArtifacts(workspace, of: lacking)
    let json = workspace.registry.map { LazyJSON($0.source) }
    for (task, own) in lacking.map({ ($0.task, $0.directories) }) {
      let index = own.first { artifacts.place(in: $0) != nil } ?? own.first
      guard let artifact = index.flatMap(artifacts.place) ?? artifacts.place(ofFileOutside: task),
        let path = index.map({ workspace.directories[$0].statePath })
          ?? standardPath(of: task, workspace),
        let place = workspace.claimPlace(of: task)
      else { continue }
      findings.report(
        place.subject, .missing(task.number, path), in: place.source, at: place.range, task: task.number,
        related: [RelatedLocation(artifact, .artifact)],
        missingFrom: [path],
        fix: own.count == 1 ? fix(task, own[0], path, artifacts, json, workspace) : nil, evidence: path)
    }
  }

  /// Where the file of a task without a directory belongs; nil if the task is archived, or its name is not known.
  private func standardPath(of task: TrackedTask, _ workspace: Workspace) -> String? {
    guard task.directories.isEmpty, let name = task.state?.name, !name.isEmpty else { return nil }
    let directory = workspace.profile.directoryName(task.number, slug: name)
    return workspace.root.path("\(directory)/\(SpecsRoot.stateName)")
  }

  /// Creates the file; nil for a task that state.json does not have, whose status is not certain, or whose creation has no
  /// certain time: a claim of its own would be a guess.
  private func fix(
    _ task: TrackedTask, _ index: Int, _ path: String, _ artifacts: DirectoryArtifacts, _ json: LazyJSON?,
    _ workspace: Workspace
  ) -> Fix? {
    guard let state = task.state, let status = state.certainStatus,
      task.entry?.marker?.status ?? status == status, let entry = json?.tree.value(at: state.range),
      let created = state.timestamps.first(where: { $0.place == .record && $0.name == "created" }),
      created.reading.found?.text(in: .full) != nil
    else { return nil }
    let directory = workspace.directories[index].path
    var draft = ProjectStateDraft(
      of: task.number, entry: entry, in: directory, status: status, workspace.profile)
    let links = artifacts.links[task.number] ?? []
    draft.add(links)
    for path in artifacts.plans[index] ?? [] {
      draft.add(ProjectStateDraft.relative(path, to: directory), to: "plans")
    }
    draft.metadata = Self.metadata(of: workspace.currentPlan(of: task), entry["plan_metadata"])
    // What contradicts itself is not repeated.
    let versions = state.plan.versions
    if versions.enumerated().allSatisfy({ $1.number?.value == $0 + 1 }) {
      draft.versions = draft.recordedVersions(leading: links)
    }
    let bytes = draft.bytes(updated: workspace.now, now: workspace.now, created: created)
    return Fix(
      .safe, .create(path),
      files: [Fix.FileEdits(path: path, edits: [TextEdit(.zero, replacement: bytes)])])
  }

  /// What the plan says of itself, and what `known` of the entry says beside that.
  private static func metadata(of plan: Plan?, _ known: JSONValue?) -> [JSONDraft.Member] {
    guard let plan, !plan.isMalformed else { return [] }
    func recorded(_ key: String) -> JSONDraft.Member? {
      known?[key].map { JSONDraft.Member(key, JSONDraft(copying: $0)) }
    }
    let hours =
      plan.estimatedHours.map { JSONDraft.Member("estimated_hours", .spelledNumber($0)) }
      ?? recorded("estimated_hours")
    return [JSONDraft.Member("phase_count", .integer(plan.phaseCount))]
      + [hours, recorded("complexity")].compactMap(\.self)
  }
}

/// A task that has no project state.
private struct TaskWithoutState {
  let task: TrackedTask
  /// The indices of its directories, without archived ones.
  let directories: [Int]

  static func all(in workspace: Workspace) -> [TaskWithoutState] {
    workspace.tasks.compactMap { task in
      let own = task.directories.filter { !workspace.directories[$0].isArchived }
      let hasState = own.contains { workspace.projectState(in: workspace.directories[$0]) != nil }
      return hasState ? nil : TaskWithoutState(task: task, directories: own)
    }
  }
}

/// The directories of tasks without a project state in which a file is known to be: a plan, or what a task links.
private final class DirectoryArtifacts {
  private var places: [Int: Location] = [:]
  /// For each task, a file in no project directory that state.json links.
  private var placesOutside: [Int: Location] = [:]
  private let workspace: Workspace
  /// The links of each task.
  private(set) lazy var links = Dictionary(
    grouping: workspace.links.lazy.filter { $0.task != nil }, by: { $0.task ?? 0 })
  /// The paths of the plans in each directory, by its index.
  private(set) lazy var plans = Dictionary(
    grouping: workspace.files.lazy.filter { $0.plan != nil }, by: \.directory
  ).mapValues { $0.map(\.path) }

  init(_ workspace: Workspace, of tasks: [TaskWithoutState]) {
    self.workspace = workspace
    for file in workspace.files
    where file.kind == .plan && file.directory >= 0 && places[file.directory] == nil {
      places[file.directory] = Location(path: file.path, range: .zero)
    }
    let numbers = Set(tasks.lazy.map(\.task.number))
    let unknown = Set(tasks.lazy.flatMap(\.directories)).subtracting(places.keys)
    let registry = workspace.registry?.path
    lazy var directories = DirectoryPlaces(workspace.directories)
    for link in workspace.links {
      let task = link.task.flatMap { numbers.contains($0) && link.file == registry ? $0 : nil }
      // Most links are of tasks that have a project state, and so have the directories that they lead to.
      guard task != nil || !unknown.isEmpty, case .file(let path, _) = link.target else { continue }
      let place = Location(path: link.file, range: link.range)
      if let index = directories.directory(of: path) {
        if places[index] == nil { places[index] = place }
      } else if let task, placesOutside[task] == nil {
        placesOutside[task] = place
      }
    }
  }

  /// Where state.json links a file of `task` that is in no project directory; nil if it links none.
  func place(ofFileOutside task: TrackedTask) -> Location? { placesOutside[task.number] }

  /// Where a file of the directory with that index is, or is linked; nil if none is known.
  func place(in directory: Int) -> Location? { places[directory] }
}

extension String {
  fileprivate static func missing(_ number: Int, _ path: String) -> String {
    "task \(number) has artifacts, but \(path) does not exist"
  }
  fileprivate static let artifact = "an artifact of the task"
  fileprivate static func create(_ path: String) -> String {
    "create \(path) from what is known of the task"
  }
}
