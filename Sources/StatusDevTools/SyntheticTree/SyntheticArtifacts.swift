/// Which artifacts a task of some status has come to.
struct SyntheticArtifacts {
  let hasReport: Bool
  let planVersions: Int
  let hasSummary: Bool

  init(status: SyntheticStatus, random: inout SyntheticRandom) {
    // These halt or end before there is a plan, or after.
    let hasComeFar = random.chance(50)
    switch status {
    case .notStarted, .researching: (hasReport, planVersions) = (false, 0)
    case .researched, .planning, .expanded: (hasReport, planVersions) = (true, 0)
    case .inProgress: (hasReport, planVersions) = (hasComeFar, hasComeFar ? 1 : 0)
    case .blocked, .abandoned: (hasReport, planVersions) = (true, hasComeFar ? 1 : 0)
    case .revised: (hasReport, planVersions) = (true, 2)
    case .planned, .revising: (hasReport, planVersions) = (true, 1)
    case .implementing, .partial, .completed, .prReady:
      (hasReport, planVersions) = (true, random.chance(10) ? 2 : 1)
    }
    hasSummary = status == .completed || status == .partial
  }
}
