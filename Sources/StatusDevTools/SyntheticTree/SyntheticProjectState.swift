/// NNN_slug/state.json: the older dialect's state of one project (docs/format.md, "state.json").
struct SyntheticProjectState {
  let task: SyntheticTask

  var page: SyntheticPage {
    let status = task.status == .completed || task.status == .abandoned ? task.status.rawValue : "active"
    var members: [(String, SyntheticJSON)] = [
      ("project_name", .string(task.slug)), ("project_number", .number(task.number)),
      ("type", .string(task.kind)), ("phase", .string(SyntheticRegistry.phase(of: task))),
      ("status", .string(status)), ("reports", Self.paths([task.report(.opencode)].compactMap(\.self))),
      ("plans", Self.paths(task.plans(.opencode))),
      ("summaries", Self.paths([task.summary(.opencode)].compactMap(\.self))),
    ]
    members += SyntheticRegistry.planMembers(of: task, below: "")
    members.append(("created", .string(task.history.created.full)))
    members.append(("last_updated", .string(task.history.lastUpdated.date)))
    return SyntheticJSON.object(members).page
  }

  private static func paths(_ paths: [String]) -> SyntheticJSON { .array(paths.map { .string($0) }) }
}
