import StatusModel

/// A plan's own Status, as its phases make it (docs/format.md, "Plans").
struct PlanStatusRule {
  let profile: Profile

  /// The Status of a plan whose phases that are no parts have `statuses` afterwards, and whose task has the status
  /// `task`; nil where the one that it has, `current`, says as much, or nothing certain can be said.
  func status(after statuses: [Status?], current: Status?, task: Status) -> Status? {
    guard let sum = PhaseSum(statuses, profile) else { return nil }
    let wanted = preferred(sum, task: task)
    guard let current, sum.accepted(by: profile).contains(current) else { return wanted }
    // Both are true of a plan that stands still and of one that is worked on; only one says which it is.
    let isPause = current == .partial || wanted == .partial
    return isPause && current != wanted ? wanted : nil
  }

  /// Whether a plan with such phases may have that Status, or has none, or nothing certain can be said.
  func isRight(_ current: Status?, for statuses: [Status?]) -> Bool {
    guard let current, let sum = PhaseSum(statuses, profile) else { return true }
    return sum.accepted(by: profile).contains(current)
  }

  private func preferred(_ sum: PhaseSum, task: Status) -> Status {
    if let decided = sum.decided, decided != .inProgress { return decided }
    guard sum.statuses.contains(.inProgress) else { return sum.statuses[0] }
    if !sum.isWorkedOn, task == .partial, profile.planStatuses.contains(.partial) { return .partial }
    let isNamed = task == .implementing && profile.planStatusSynonyms[.inProgress].contains(task)
    return isNamed ? task : .inProgress
  }
}
