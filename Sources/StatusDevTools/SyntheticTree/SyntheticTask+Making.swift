extension SyntheticTask {
  private static let languages = ["markdown", "lean", "python", "general", "shell", "meta"]
  private static let kinds = ["feature", "bugfix", "documentation", "refactoring", "research"]

  /// The task `number`; `finished` and `known` choose a task that it may depend on, below its own number, ended or
  /// in any status; nil if they find none.
  init(
    number: Int, ordinal: Int, isArchived: Bool, profile: SyntheticProfile, seed: UInt64,
    created: SyntheticTime,
    dependency: (_ mustBeFinished: Bool, _ random: inout SyntheticRandom) -> Int?
  ) {
    var random = SyntheticRandom(seed: seed, thing: number, purpose: 1)
    self.number = number
    self.isArchived = isArchived
    status =
      isArchived
      ? (random.chance(90) ? .completed : .abandoned)
      : .pick(ordinal: ordinal, profile: profile, with: &random)
    priority = random.pick(["High", "Medium", "Medium", "Low"])
    language = random.pick(Self.languages)
    kind = random.pick(Self.kinds)
    var chosen: Set<Int> = []
    for _ in 0..<random.pick([0, 0, 1, 1, 2]) {
      if let other = dependency(status.needsFinishedDependencies, &random) { chosen.insert(other) }
    }
    dependencies = chosen.sorted()

    var prose = SyntheticProse(random: random)
    title = prose.title()
    slug = title.lowercased().split(separator: " ").joined(separator: "_")
    reason = status.reasonPlace == nil ? nil : prose.reason()

    let artifacts = SyntheticArtifacts(status: status, random: &prose.random)
    hasReport = artifacts.hasReport
    hasSummary = artifacts.hasSummary
    planVersions = artifacts.planVersions
    var clock = SyntheticClock(
      created: created, status: status, artifacts: artifacts,
      random: SyntheticRandom(seed: seed, thing: number, purpose: 2))
    phases = clock.makePhases(reason: reason, prose: &prose)
    history = clock.finish()
    hours = phases.isEmpty ? prose.random.number(in: 1..<12) : phases.reduce(0) { $0 + $1.hours }
  }
}
