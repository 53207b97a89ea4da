/// What the phases of a plan add up to.
package struct PhaseSum: Sendable {
  /// The statuses that a plan with these phases may have; at least one, the one that says most first.
  package let statuses: [Status]
  /// The status that these phases leave no choice about.
  package let decided: Status?
  /// Whether a phase is in progress.
  package let isWorkedOn: Bool

  /// The sum of the phases of `plan` once those at some indices have the statuses of `changes`. Parts that have a
  /// marker count too. Nil for a malformed plan, and where the status of a phase is not known, is not one for phases,
  /// or is one of two;
  /// a phase that has no marker though it needs one counts as `unmarked`, and is not known without it.
  package init?(
    _ plan: Plan, _ profile: Profile, after changes: [Int: Status] = [:], unmarked: Status? = nil
  ) {
    guard let remaining = Remaining(plan, profile, after: changes),
      !plan.phases.contains(where: \.isContradictory)
    else { return nil }
    let claims = PhaseClaims(plan, after: changes)
    var known: StatusSet = []
    // An abandoned part does not make its phase an abandoned one.
    var hasAbandoned = false
    for index in plan.phases.indices {
      if !claims.isMarked[index], claims.isSpokenFor(index) { continue }
      guard let status = claims.isMarked[index] ? claims.statuses[index] : unmarked,
        profile.phaseStatuses.contains(status)
      else { return nil }
      known.insert(status)
      if status == .abandoned, !claims.isPartOfMarked(index) { hasAbandoned = true }
    }
    isWorkedOn = known.contains(.inProgress)
    var statuses: [Status] = []
    if known == [.notStarted] { statuses = [.notStarted] }
    if remaining.mayBeCompleted { statuses = [.completed] }
    decided = hasAbandoned && !isWorkedOn ? nil : statuses.first ?? (isWorkedOn ? .inProgress : nil)
    if !isWorkedOn, known.contains(.blocked) { statuses.append(.blocked) }
    if hasAbandoned { statuses.append(.abandoned) }
    // A status of the project's own says of the plan what it says of the phase.
    statuses += known.filter { $0.code >= Status.firstOwnCode && !profile.vocabulary.isTerminal($0) }
    let isHalted = known.subtracting([.completed, .abandoned, .blocked]).isEmpty
    if statuses.isEmpty || isWorkedOn || statuses == [.abandoned] && !isHalted {
      statuses.append(.inProgress)
    }
    self.statuses = statuses
  }

  /// The statuses, and those that the profile takes for the same.
  package func accepted(by profile: Profile) -> StatusSet {
    statuses.reduce(into: StatusSet(statuses)) { $0.formUnion(profile.planStatusSynonyms[$1]) }
  }
}
