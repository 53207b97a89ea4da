import StatusClaims
import StatusDiagnostics
import StatusText

/// The tasks of one project.
struct BacklogProject {
  /// The directories that Backlog.md reads, besides those below docs/.
  static let directories: Set = [
    "tasks", "completed", "drafts", "archive/tasks", "archive/drafts", "archive/milestones", "milestones",
    "decisions", "docs",
  ]

  let tree: PlanTree
  let settings: BacklogSettings
  /// The tasks and drafts that are not archived.
  let tasks: [BacklogTask]
  /// The same by their ids; the first one of an id.
  let byID: [String: BacklogTask]
  /// The ids of archived tasks.
  let archived: Set<String>
  /// The parts of tasks, by the ids of these.
  let parts: [String: [BacklogTask]]
  /// What milestones are called: by id, number and title. Empty if the project keeps no files of them.
  let milestones: Set<String>

  init(_ tree: PlanTree) {
    self.tree = tree
    let settings = BacklogSettings(tree)
    self.settings = settings
    func files(_ directory: String, _ prefix: String) -> [PlanFile] {
      let start = prefix.uppercased() + "-"
      return tree.fileNames(in: directory).filter { $0.uppercased().hasPrefix(start) }
        .compactMap { tree.files["\(directory)/\($0)"] }
    }
    func tasks(_ files: [PlanFile], _ shelf: BacklogTask.Shelf) -> [BacklogTask] {
      tree.map(files) { BacklogTask($0, shelf, settings) }
    }
    let tasks =
      tasks(files("tasks", settings.prefix), .tasks)
      + tasks(files("completed", settings.prefix), .completed) + tasks(files("drafts", "DRAFT"), .drafts)
    self.tasks = tasks
    byID = Dictionary(tasks.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let old = files("archive/tasks", settings.prefix) + files("archive/drafts", "DRAFT")
    archived = Set(old.map { BacklogTask($0, .tasks, settings).id })
    parts = Dictionary(grouping: tasks.filter { $0.parent != nil }) { $0.parent?.id ?? "" }
    let milestones = (files("milestones", "m") + files("archive/milestones", "m"))
      .flatMap { file in
        let id = BacklogID.text(ofFile: PathText.name(of: file.source.path))
        return [id, String(BacklogID.number(of: id)), file.yaml?.root?["title"]?.text ?? ""].map {
          $0.lowercased()
        }
      }
    self.milestones = milestones.isEmpty ? [] : Set(milestones + settings.milestones.map { $0.lowercased() })
  }

  /// The tasks below `task` that are still to be done.
  func openParts(of task: BacklogTask) -> [BacklogTask] {
    var found: [BacklogTask] = []
    var known: Set<String> = [task.id]
    var owners = [task.id]
    while let owner = owners.popLast() {
      for part in parts[owner] ?? [] where known.insert(part.id).inserted {
        owners.append(part.id)
        if part.stage == .open || part.stage == .active { found.append(part) }
      }
    }
    return found
  }

  // MARK: Files

  /// What is wrong with the files before anything is compared.
  func checkFiles(into findings: inout ClaimFindings) {
    findings.reportFaults(of: settings.tree)
    if let status = settings.defaultStatus, !status.text.isEmpty,
      !settings.statuses.read(status.text).isUnderstood
    {
      findings.report(
        "unknown-marker", .error, "default_status", .notAStatus(status.text), at: status.location,
        help: settings.statuses.help)
    }
    let ids = tasks.filter { $0.writtenID != nil && $0.shelf != .drafts }.map { ($0.id, $0.writtenID) }
    checkTwins(ids, "task", into: &findings)
    for directory in ["decisions", "milestones", "docs"] {
      let files = tree.paths(below: directory).compactMap { tree.files[$0] }
      let ids = files.compactMap { file in
        PlacedText(file.yaml?.root?["id"]).map { ($0.text.uppercased(), $0) }
      }
      checkTwins(ids.filter { !$0.0.isEmpty }, "file", into: &findings)
    }
  }

  private func checkTwins(_ ids: [(String, PlacedText?)], _ noun: String, into findings: inout ClaimFindings)
  {
    var places: [String: [PlacedText]] = [:]
    for case (let id, let place?) in ids { places[id, default: []].append(place) }
    for (id, places) in places.sorted(by: { $0.key < $1.key }) where places.count > 1 {
      let others = places.dropLast().map { Claim($0.location, "\($0.text) is here, too") }
      findings.report(
        "duplicate-id", .error, "\(noun) \(id)", .twins(places.count, noun, id),
        at: places[places.count - 1].location,
        claims: others, help: "run `backlog doctor`, or give one of them another id")
    }
  }

  // MARK: Dependencies

  /// Tasks that wait for each other.
  func checkCycles(into findings: inout ClaimFindings) {
    let ids = tasks.filter { !$0.dependencies.isEmpty }.map(\.id)
    let dependencies = byID.filter { !$0.value.dependencies.isEmpty }.mapValues { $0.dependencies.map(\.id) }
    for cycle in DependencyCycles.all(ids, dependencies) {
      guard let first = byID[cycle[0]] else { continue }
      let next = cycle.count > 1 ? cycle[1] : cycle[0]
      let place = first.dependencies.first { $0.id == next }?.place.location ?? first.file.start
      findings.report("dependency-cycle", .error, "task \(first.id)", .cycle(cycle), at: place)
    }
  }
}

extension String {
  fileprivate static func notAStatus(_ text: String) -> String {
    "default_status \"\(text)\" is not a status of the project"
  }
  fileprivate static func twins(_ count: Int, _ noun: String, _ id: String) -> String {
    "\(count == 2 ? "two" : "\(count)") \(noun)s have the id \(id)"
  }
  fileprivate static func cycle(_ ids: [String]) -> String {
    ids.count == 1
      ? "\(ids[0]) depends on itself"
      : "these tasks wait for each other: \((ids + [ids[0]]).joined(separator: " → "))"
  }
}
