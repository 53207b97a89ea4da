import StatusModel

/// Whether the present can be true: no file that an update writes may have a date that lies well after it. A clock that is
/// years behind would date the newest change as the oldest.
struct ClockCheck {
  let workspace: Workspace
  let locator: TaskLocator

  /// How far a date may lie after the present, in seconds: people write the day of their own time zone.
  private static let tolerance = 86_400

  /// The error for the newest date of the heads of TODO.md and state.json and of everything that belongs to `subjects`; nil
  /// where the present may be true.
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
        let path = "\(workspace.directories[index].path)/state.json"
        look(workspace.file(at: path)?.projectState?.timestamps ?? [], path)
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
