import StatusModel

/// What the phases of a plan add up to.
struct PhaseSum {
  /// The statuses that a plan with these phases may have.
  let statuses: [Status]
  /// The status that these phases leave no choice about.
  let decided: Status?
  /// The phases that show it.
  let evidence: [Phase]

  /// Nil where a phase's status is not known, or is none for phases. A part of a phase counts with its phase.
  init?(_ phases: [Phase], _ profile: Profile) {
    let phases = phases.filter { $0.parent < 0 }
    let known = phases.compactMap(\.status)
    guard !phases.isEmpty, known.count == phases.count, known.allSatisfy(profile.phaseStatuses.contains)
    else { return nil }
    func first(_ status: Status) -> Phase? { phases.first { $0.status == status } }
    let isWorkedOn = first(.inProgress) != nil
    var statuses: [Status] = []
    if known.allSatisfy({ $0 == .notStarted }) { statuses = [.notStarted] }
    if known.allSatisfy({ $0 == .completed }) { statuses = [.completed] }
    decided = statuses.first ?? (isWorkedOn ? .inProgress : nil)
    if !isWorkedOn, first(.blocked) != nil { statuses.append(.blocked) }
    if first(.abandoned) != nil { statuses.append(.abandoned) }
    let hasOpen = known.contains { $0 != .completed && $0 != .abandoned && $0 != .blocked }
    if statuses.isEmpty || isWorkedOn || statuses == [.abandoned] && hasOpen { statuses += [.inProgress] }
    self.statuses = statuses
    let telling = [first(.inProgress), first(.blocked), first(.abandoned)].compactMap { $0 }
    evidence = Array((telling.isEmpty ? Self.contrast(phases) : telling).prefix(2))
  }

  /// The first phase, and the first whose status is another.
  private static func contrast(_ phases: [Phase]) -> [Phase] {
    Array(phases.prefix(1) + phases.filter { $0.status != phases.first?.status }.prefix(1))
  }

  /// The statuses, and those that the profile takes for the same.
  func accepted(by profile: Profile) -> StatusSet {
    statuses.reduce(into: StatusSet(statuses)) { $0.formUnion(profile.planStatusSynonyms[$1]) }
  }
}
