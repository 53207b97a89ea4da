import StatusModel

/// What an edit is meant to do with a task, as far as statuses tell.
struct EditIntent: Sendable {
  /// The task.
  let task: Int
  /// The status that it is to get; nil if the edit gives it none.
  var status: Status?
  /// The phases that are to get another status, by their numbers as written.
  var phases: [(number: String, status: Status)] = []
  /// Why it is blocked or abandoned, if the edit says so.
  var reason: String?

  /// What the edit is meant to do, task by task.
  static func all(_ judgement: EditJudgement) -> [EditIntent] {
    var intents: [Int: EditIntent] = [:]
    for transition in judgement.change.transitions {
      guard let task = transition.leading.task else { continue }
      if let phase = transition.leading.phase {
        intents[task, default: EditIntent(task: task)].phases.append((phase, transition.new))
      } else {
        intents[task, default: EditIntent(task: task)].status = transition.new
      }
    }
    for (task, status) in ownStatuses(judgement) {
      let intent = intents[task, default: EditIntent(task: task)]
      if intent.status == nil, intent.phases.isEmpty {
        intents[task] = EditIntent(task: task, status: status)
      }
    }
    return intents.values.sorted { $0.task < $1.task }.map { intent in
      var intent = intent
      intent.reason = reason(intent, judgement.after.workspace)
      return intent
    }
  }

  /// The tasks whose plan or project state says another status of its own.
  private static func ownStatuses(_ judgement: EditJudgement) -> [(task: Int, status: Status)] {
    let (before, after) = (judgement.before.workspace, judgement.after.workspace)
    return after.files.compactMap { file in
      guard file.kind.isOneOfMany, let former = before.file(at: file.path),
        let task = after.taskNumber(of: file),
        let new = status(of: file), let old = status(of: former), new != old
      else { return nil }
      return (task, new)
    }
  }

  private static func status(of file: TrackedFile) -> Status? {
    file.plan?.marker?.status ?? file.projectState?.certainStatus
  }

  /// Whether it takes a reason that the edit does not give.
  var lacksReason: Bool {
    reason == nil && (status?.needsReason ?? false || phases.contains { $0.status.needsReason })
  }

  /// The reason in TODO.md or in the plan, where a status needs one.
  private static func reason(_ intent: EditIntent, _ workspace: Workspace) -> String? {
    guard let task = workspace.task(intent.task) else { return nil }
    if let status = intent.status, status.needsReason, let entry = task.entry,
      let source = workspace.taskList?.source,
      let reason = StatedReason.text(
        for: status, fields: entry.fields, marker: entry.marker, body: entry.range, in: source)
    {
      return reason
    }
    guard let plan = workspace.currentPlan(of: task) else { return nil }
    return intent.phases.lazy.compactMap { number, status in
      guard status.needsReason, let phase = plan.phases.first(where: { $0.number.label == number }) else {
        return nil
      }
      return StatedReason.text(
        for: status, fields: phase.fields, marker: phase.marker, body: phase.range, in: plan.source)
    }.first
  }
}
