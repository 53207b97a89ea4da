/// What the phases of a plan add up to.
package struct PhaseSum: Sendable {
  /// The statuses that a plan with these phases may have; at least one.
  package let statuses: [Status]
  /// The status that these phases leave no choice about.
  package let decided: Status?
  /// Whether a phase is in progress.
  package let isWorkedOn: Bool

  /// The sum of the phases of `plan`; a part of a phase counts with its phase. Nil where a phase's status is not
  /// known, or is none for phases.
  package init?(_ plan: Plan, _ profile: Profile) {
    self.init(plan.phases.lazy.filter { $0.parent < 0 }.map(\.status), profile)
  }

  /// The sum of phases with these statuses; nil for no phase, and where one is not known or none for phases.
  package init?(_ phases: some Sequence<Status?>, _ profile: Profile) {
    var known: [Status] = []
    for status in phases {
      guard let status, profile.phaseStatuses.contains(status) else { return nil }
      known.append(status)
    }
    guard !known.isEmpty else { return nil }
    isWorkedOn = known.contains(.inProgress)
    var statuses: [Status] = []
    if known.allSatisfy({ $0 == .notStarted }) { statuses = [.notStarted] }
    if known.allSatisfy({ $0 == .completed }) { statuses = [.completed] }
    decided = statuses.first ?? (isWorkedOn ? .inProgress : nil)
    if !isWorkedOn, known.contains(.blocked) { statuses.append(.blocked) }
    if known.contains(.abandoned) { statuses.append(.abandoned) }
    let hasOpen = known.contains { $0 != .completed && $0 != .abandoned && $0 != .blocked }
    if statuses.isEmpty || isWorkedOn || statuses == [.abandoned] && hasOpen { statuses += [.inProgress] }
    self.statuses = statuses
  }

  /// The statuses, and those that the profile takes for the same.
  package func accepted(by profile: Profile) -> StatusSet {
    statuses.reduce(into: StatusSet(statuses)) { $0.formUnion(profile.planStatusSynonyms[$1]) }
  }
}
