/// What the phases of a plan add up to.
package struct PhaseSum: Sendable {
  /// The statuses that a plan with these phases may have; at least one.
  package let statuses: [Status]
  /// The status that these phases leave no choice about.
  package let decided: Status?
  /// Whether a phase is in progress.
  package let isWorkedOn: Bool
  /// The phases that show it; empty where only their statuses were known.
  package let evidence: [Phase]

  /// The sum of `phases`; a part of a phase counts with its phase. Nil where a phase's status is not known, or is none
  /// for phases.
  package init?(_ phases: [Phase], _ profile: Profile) {
    let phases = phases.filter { $0.parent < 0 }
    self.init(phases.lazy.map(\.status), profile) {
      func first(_ status: Status) -> Phase? { phases.first { $0.status == status } }
      let telling = [first(.inProgress), first(.blocked), first(.abandoned)].compactMap { $0 }
      return Array((telling.isEmpty ? Self.contrast(phases) : telling).prefix(2))
    }
  }

  /// The sum of phases with these statuses; nil for no phase, and where one is not known or none for phases.
  package init?(statuses: [Status?], _ profile: Profile) {
    self.init(statuses, profile) { [] }
  }

  private init?(_ phases: some Sequence<Status?>, _ profile: Profile, evidence: () -> [Phase]) {
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
    self.evidence = evidence()
  }

  /// The first phase, and the first whose status is another.
  private static func contrast(_ phases: [Phase]) -> [Phase] {
    Array(phases.prefix(1) + phases.filter { $0.status != phases.first?.status }.prefix(1))
  }

  /// The statuses, and those that the profile takes for the same.
  package func accepted(by profile: Profile) -> StatusSet {
    statuses.reduce(into: StatusSet(statuses)) { $0.formUnion(profile.planStatusSynonyms[$1]) }
  }
}
