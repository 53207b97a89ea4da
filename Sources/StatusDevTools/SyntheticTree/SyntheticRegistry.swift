/// state.json and archive/state.json: the registries that machines read (docs/format.md, "state.json").
struct SyntheticRegistry {
  let tree: SyntheticTree

  /// The registry of the tasks at hand.
  var page: SyntheticPage {
    let entries = SyntheticJSON.array(tree.tasks.map(entry))
    switch tree.profile {
    case .opencode:
      return SyntheticJSON.object([
        ("_schema_version", .string("1.1.0")), ("_last_updated", .string(tree.lastUpdated.full)),
        ("next_project_number", .number(tree.nextNumber)), ("active_projects", entries),
        ("completed_projects", .array([])),
      ]).page
    case .claude:
      return SyntheticJSON.object([
        ("next_project_number", .number(tree.nextNumber)), ("active_projects", entries),
      ]).page
    }
  }

  /// The registry of the archived ones.
  var archivePage: SyntheticPage {
    let entries = SyntheticJSON.array(tree.archivedTasks.map(entry))
    switch tree.profile {
    case .opencode:
      return SyntheticJSON.object([
        ("_schema_version", .string("1.0.0")), ("_last_updated", .string(tree.lastUpdated.full)),
        ("archived_projects", entries),
      ]).page
    case .claude: return SyntheticJSON.object([("completed_projects", entries)]).page
    }
  }

  private func entry(_ task: SyntheticTask) -> SyntheticJSON {
    let beginning: [(String, SyntheticJSON)] = [
      ("project_number", .number(task.number)), ("project_name", .string(task.slug)),
    ]
    let middle = tree.profile == .opencode ? opencodeMembers(of: task) : claudeMembers(of: task)
    return .object(beginning + middle)
  }

  private func opencodeMembers(of task: SyntheticTask) -> [(String, SyntheticJSON)] {
    var members: [(String, SyntheticJSON)] = [
      ("type", .string(task.kind)), ("phase", .string(Self.phase(of: task))),
      ("status", .string(task.status.rawValue)), ("priority", .string(task.priority.lowercased())),
      ("language", .string(task.language)), ("created", .string(task.history.created.full)),
    ]
    members += task.history.steps.map { ($0.field, .string($0.time.date)) }
    members.append(("last_updated", .string(task.history.lastUpdated.date)))
    members += Self.reason(of: task)
    if !task.dependencies.isEmpty { members.append(("dependencies", Self.numbers(task.dependencies))) }
    let plans = task.plans(.opencode)
    let artifacts =
      [task.report(.opencode)].compactMap(\.self) + plans + [task.summary(.opencode)].compactMap(\.self)
    if !artifacts.isEmpty {
      members.append(("artifacts", .array(artifacts.map { .string("\(task.directory)/\($0)") })))
    }
    if let plan = plans.last { members.append(("plan_path", .string("\(task.directory)/\(plan)"))) }
    return members + Self.planMembers(of: task, below: task.directory + "/")
  }

  private func claudeMembers(of task: SyntheticTask) -> [(String, SyntheticJSON)] {
    var prose = SyntheticProse(random: SyntheticRandom(seed: tree.seed, thing: task.number, purpose: 4))
    var members: [(String, SyntheticJSON)] = [
      ("status", .string(task.status.rawValue)), ("task_type", .string(task.language)),
      ("description", .string(prose.sentence())), ("dependencies", Self.numbers(task.dependencies)),
      ("created", .string(task.history.created.full)),
    ]
    members += task.history.steps.map { ($0.field, .string($0.time.full)) }
    members.append(("last_updated", .string(task.history.lastUpdated.full)))
    members += Self.reason(of: task)
    members.append(("session_id", .string("sess_\(1_735_718_400 + task.number * 977)_\(task.number)")))
    members.append(("next_artifact_number", .number(task.planVersions + 1)))
    var artifacts: [SyntheticJSON] = []
    func add(_ type: String, _ path: String) {
      artifacts.append(
        .object([
          ("path", .string("\(task.directory)/\(path)")), ("type", .string(type)),
          ("summary", .string(prose.phrase())),
        ]))
    }
    if let report = task.report(.claude) { add("research", report) }
    for plan in task.plans(.claude) { add("plan", plan) }
    if let summary = task.summary(.claude) { add("summary", summary) }
    members.append(("artifacts", .array(artifacts)))
    if task.status == .completed { members.append(("completion_summary", .string(prose.sentence()))) }
    return members
  }

  private static func numbers(_ numbers: [Int]) -> SyntheticJSON { .array(numbers.map { .number($0) }) }

  private static func reason(of task: SyntheticTask) -> [(String, SyntheticJSON)] {
    guard let reason = task.reason, let place = task.status.reasonPlace else { return [] }
    return [(place.key, .string(reason))]
  }

  /// What state files say of a plan: its numbers and its versions, with paths that begin with `prefix`.
  static func planMembers(of task: SyntheticTask, below prefix: String) -> [(String, SyntheticJSON)] {
    guard task.planVersions > 0 else { return [] }
    let complexity = task.hours < 8 ? "low" : task.hours < 16 ? "medium" : "high"
    let metadata = SyntheticJSON.object([
      ("phase_count", .number(task.phases.count)), ("estimated_hours", .number(task.hours)),
      ("complexity", .string(complexity)),
    ])
    let versions = task.plans(.opencode).enumerated().map { index, path in
      let time = task.history.time(of: index == 0 ? "planned" : "revised") ?? task.history.created
      return SyntheticJSON.object([
        ("version", .number(index + 1)), ("path", .string(prefix + path)), ("created", .string(time.full)),
        ("reason", .string(index == 0 ? "Initial implementation plan" : "Revised after review")),
      ])
    }
    return [("plan_metadata", metadata), ("plan_versions", .array(versions))]
  }

  /// The stage of a task, in free words, which older state files have in addition to the status.
  static func phase(of task: SyntheticTask) -> String {
    switch task.status {
    case .researched: "research_completed"
    case .planned, .revised: "planning_completed"
    case .completed: "implementation_completed"
    default: task.status.rawValue
    }
  }
}
