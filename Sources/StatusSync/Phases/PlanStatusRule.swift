import StatusModel

/// A plan's own Status, as its phases make it (docs/format.md, "Plans").
struct PlanStatusRule {
  let profile: Profile

  /// The Status of `plan` once some of its phases have the statuses of `changes`, and its task the status `task`; nil
  /// where the one that it has says as much, or nothing certain can be said.
  func status(of plan: Plan, after changes: [Int: Status], task: Status) -> Status? {
    guard let sum = PhaseSum(plan, profile, after: changes, unmarked: .notStarted) else { return nil }
    let current = plan.marker?.status
    let wanted = preferred(sum, task: task)
    guard let current, sum.accepted(by: profile).contains(current) else { return wanted }
    // Both are true of a plan that stands still and of one that is worked on; only one says which it is.
    let isPause = current == .partial || wanted == .partial
    return isPause && current != wanted ? wanted : nil
  }

  /// Whether `plan` may have the Status that it has, or has none, or nothing certain can be said.
  func isRight(_ plan: Plan, after changes: [Int: Status]) -> Bool {
    guard let current = plan.marker?.status,
      let sum = PhaseSum(plan, profile, after: changes, unmarked: .notStarted)
    else { return true }
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
