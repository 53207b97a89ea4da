import StatusClaims
import StatusText

/// planning-with-files: phases with statuses in `task_plan.md`, and a log of the work in `progress.md`.
struct PlanningWithFiles: PlanFormat {
  let name = "planning-with-files"
  let title = "planning-with-files"
  let marks = [planName, ".planning", "planning"]
  var rules: Set<String> {
    [
      "duplicate-id", "missing-phase-marker", "nonstandard-marker", "phase-number-gap", "rollup-mismatch",
      "several-active-phases", "skipped-phase", "stale-pointer", "status-mismatch", "unchecked-work",
      "unknown-marker",
      "unreadable-file",
    ]
  }

  static let planName = "task_plan.md"
  static let logName = "progress.md"
  static let pointer = ".planning/.active_plan"

  /// How tasks below a phase are written.
  static let dialect = CheckboxDialect(ids: .dotted)

  /// The statuses of a phase.
  static let statuses: Vocabulary = {
    var statuses = Vocabulary([
      .init("pending", .open), .init("in_progress", .active), .init("complete", .done),
    ])
    statuses.spellings = ["completed": "complete", "inprogress": "in_progress"]
    statuses.synonyms = [
      "done": "complete", "finished": "complete", "closed": "complete",
      "wip": "in_progress", "active": "in_progress", "started": "in_progress", "doing": "in_progress",
      "current": "in_progress", "ongoing": "in_progress",
      "todo": "pending", "to-do": "pending", "not-started": "pending", "open": "pending",
      "planned": "pending",
    ]
    return statuses
  }()

  /// A file of this name in which no phase says a status is the plan of another tool.
  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    var plans = ownPlan(directory, of: files)
    for (place, depth) in Self.depths {
      plans += Self.plans(below: PathText.joined(directory, place), depth, of: files)
    }
    let isRoot = plans.contains { path in
      files.bytes(of: path).map { TaskPlan(PlanFile(SourceText(path: path, bytes: $0), .markdown)) != nil }
        ?? false
    }
    return isRoot ? [directory] : []
  }

  /// The plan directly in `directory`: at the top of a repository, or with another file of the tool beside it.
  private func ownPlan(_ directory: String, of files: some PlanFiles) -> [String] {
    let names = files.files(in: directory)
    guard names.contains(Self.planName),
      directory.isEmpty || names.contains(Self.logName) || names.contains("findings.md")
    else { return [] }
    return [PathText.joined(directory, Self.planName)]
  }

  private static func plans(below directory: String, _ depth: Int, of files: some PlanFiles) -> [String] {
    let entries = files.entries(of: directory)
    let isHere = entries.contains { $0.name == planName && !$0.isDirectory }
    let here = isHere ? [PathText.joined(directory, planName)] : []
    if depth == 1 { return here }
    return entries.reduce(into: here) { found, entry in
      guard entry.isDirectory, mayHold(entry.name) else { return }
      found += plans(below: PathText.joined(directory, entry.name), depth - 1, of: files)
    }
  }

  /// The directories of plans, and so many levels of each. Other tools keep many directories in `.planning`.
  private static let depths = [".planning": 2, "planning": 3]

  private static func mayHold(_ name: String) -> Bool {
    !name.hasPrefix(".") && !PlanFormats.exampleDirectories.contains(name)
  }

  func descends(into path: String) -> Bool {
    let names = PathText.components(of: path)
    guard let first = names.first, let depth = Self.depths[first] else { return false }
    return names.count <= depth && names.dropFirst().allSatisfy(Self.mayHold)
  }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    if path == Self.pointer { return .text }
    switch PathText.name(of: path) {
    case Self.planName: return .tasks(Self.dialect)
    case Self.logName: return .markdown
    default: return nil
    }
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    for (path, plan) in plans(in: tree) {
      let log = tree.files[PathText.joined(PathText.parent(of: path), Self.logName)].map(ProgressLog.init)
      TaskPlanRules(plan, log).check(into: &findings)
      TaskPlanOrder(plan).check(into: &findings)
    }
    checkActivePlan(tree, into: &findings)
  }

  /// The plans, by their paths from the root.
  func plans(in tree: PlanTree) -> [(path: String, plan: TaskPlan)] {
    tree.files.sorted { $0.key < $1.key }.compactMap { path, file in
      guard PathText.name(of: path) == Self.planName, isPlan(path, in: tree) else { return nil }
      return TaskPlan(file).map { (path, $0) }
    }
  }

  /// Whether the file at `path`, which is called like a plan, can be one of ours.
  func isPlan(_ path: String, in tree: PlanTree) -> Bool {
    let directory = PathText.parent(of: path)
    if !directory.isEmpty || tree.root.isEmpty { return true }
    return tree.fileNames(in: "").contains { $0 == Self.logName || $0 == "findings.md" }
  }

  /// What the file says that names the active plan; nil without one.
  func activePlan(_ tree: PlanTree) -> PlacedText? {
    guard let source = tree.files[Self.pointer]?.source else { return nil }
    let line = ByteRange(0, source.bytes.lineEnd(from: 0, to: source.bytes.count))
    return PlacedText(source, source.bytes.trimmed(line, of: " \t\r/"))
  }

  private func checkActivePlan(_ tree: PlanTree, into findings: inout ClaimFindings) {
    guard let place = activePlan(tree), case let name = PathText.name(of: place.text),
      !name.isEmpty, !tree.holds(".planning/\(name)/\(Self.planName)")
    else { return }
    findings.report(
      "stale-pointer", .warning, ".active_plan", .noPlan(name), at: place.location,
      help: "write the name of a directory of .planning/ that has a task_plan.md, or remove the file")
  }
}

extension String {
  fileprivate static func noPlan(_ name: String) -> String {
    "the active plan \"\(name)\" has no task_plan.md"
  }
}
