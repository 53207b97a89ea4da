import StatusModel

/// The Status of a plan that follows from its phases (docs/format.md, "Plans").
struct PlanStatusRule {
  let profile: Profile

  /// The Status of `plan` after its phases get the statuses of `changes` and its task the status `task`; nil if the
  /// current Status is correct, or if the right one is uncertain.
  func status(of plan: Plan, after changes: [Int: Status], task: Status) -> Status? {
    guard let sum = PhaseSum(plan, profile, after: changes, unmarked: .notStarted) else { return nil }
    let current = plan.marker?.status
    let wanted = preferred(sum, task: task)
    guard let current, sum.accepted(by: profile).contains(current) else { return wanted }
    // Both are correct, but only one says whether someone is working on the plan.
    let isPause = current == .partial || wanted == .partial
    return isPause && current != wanted ? wanted : nil
  }

  /// Whether the Status of `plan` is correct, missing, or cannot be judged.
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
