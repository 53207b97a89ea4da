import StatusModel

/// Warns about tasks that follow the plan of another one: its Status changes with that task, and theirs does not.
struct SharedPlanCheck {
  /// One warning for each of these tasks.
  let warnings: [SyncMessage]

  /// The check of the tree as it is after `decisions`.
  init(_ workspace: Workspace, after decisions: [TaskDecision]) {
    let words = workspace.profile.vocabulary
    let moved = Set(decisions.map(\.subject.number))
    warnings = decisions.flatMap { decision -> [SyncMessage] in
      guard let plan = decision.planFile, decision.planStatus != nil, let list = workspace.taskList else {
        return []
      }
      return list.tasks(following: plan.path, in: workspace.root).compactMap { task in
        guard !moved.contains(task.number), let status = task.marker?.status, !words.isTerminal(status) else {
          return nil
        }
        return
          "task \(task.number) has the same plan, \(path: plan.path), and is still \(words.value(status))"
      }
    }
  }
}
