import StatusModel

extension StatusClaim {
  /// What `task` is by the file that the profile trusts more, as far as it says anything certain.
  static func trusted(_ task: TrackedTask, in workspace: Workspace) -> StatusClaim? {
    let vocabulary = workspace.profile.vocabulary
    for authority in workspace.profile.authority {
      switch authority {
      case .taskList:
        if let list = workspace.taskList, let entry = task.entry,
          let claim = StatusClaim(entry, in: list, vocabulary)
        {
          return claim
        }
      case .registry:
        if let registry = workspace.registry, let state = task.state,
          let claim = StatusClaim(state, in: registry, vocabulary)
        {
          return claim
        }
      }
    }
    return nil
  }
}
