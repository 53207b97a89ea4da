import StatusModel

/// Checks the clock: no file that an update writes may contain a date that is much later than the current time. With a
/// clock that is years slow, the newest change would get the oldest date.
struct ClockCheck {
  let workspace: Workspace
  let locator: TaskLocator

  /// How far a date may be after the current time, in seconds: people write local dates.
  private static let tolerance = 86_400

  /// The error for the newest date at the top of TODO.md and state.json and in everything that belongs to `subjects`;
  /// nil if the clock may be right.
  func fault(_ subjects: [TaskSubject]) -> SyncError? {
    var newest: (timestamp: Timestamp, path: String)?
    func look(_ claims: [TimestampClaim], _ path: String) {
      for claim in claims {
        guard let found = claim.reading.found?.timestamp else { continue }
        if newest.map({ $0.timestamp.secondsSince1970 < found.secondsSince1970 }) ?? true {
          newest = (found, path)
        }
      }
    }
    look(locator.list.timestamps, locator.list.path)
    look(locator.registry.timestamps, locator.registry.path)
    for subject in subjects {
      look(subject.entry.timestamps, locator.list.path)
      look(subject.state.timestamps, locator.registry.path)
      for index in subject.task.directories where !workspace.directories[index].isArchived {
        let directory = workspace.directories[index]
        look(workspace.projectState(in: directory)?.projectState?.timestamps ?? [], directory.statePath)
      }
      if let plan = workspace.currentPlan(of: subject.task) {
        for phase in plan.phases { look(phase.timestamps, plan.path) }
      }
    }
    guard let newest, newest.timestamp.secondsSince1970 > workspace.now.secondsSince1970 + Self.tolerance
    else { return nil }
    return .clockBehind(workspace.now.shown, newest.timestamp.shown, newest.path)
  }
}
