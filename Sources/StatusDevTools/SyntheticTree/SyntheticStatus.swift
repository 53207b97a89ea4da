/// The standard statuses, each spelled as TODO.md and as state.json want it (docs/format.md, "Statuses"). Their own
/// list and not the model's: what is held against the model must not come from it.
enum SyntheticStatus: String {
  case notStarted = "not_started"
  case inProgress = "in_progress"
  case researching, researched, planning, planned, revising, revised, implementing
  case partial, blocked, completed, abandoned, expanded
  case prReady = "pr_ready"

  /// The marker of TODO.md and plans, without its brackets: state.json's word in capitals, with spaces.
  var marker: String {
    String(rawValue.map { $0 == "_" ? " " : Character($0.uppercased()) })
  }

  /// Whether a task of this status is at its end.
  var isTerminal: Bool { self == .completed || self == .abandoned || self == .expanded }

  /// The field and the key of the reason that a task of this status has; nil if it has none.
  var reasonPlace: (field: String, key: String)? {
    switch self {
    case .blocked: ("Blocking Reason", "blocking_reason")
    case .abandoned: ("Abandonment Reason", "abandonment_reason")
    default: nil
    }
  }

  /// Whether work may not have gone on before the tasks that it depends on had ended.
  var needsFinishedDependencies: Bool {
    switch self {
    case .notStarted, .researched, .planned, .blocked: false
    default: true
    }
  }

  /// The statuses of a profile, each with how many tasks of a hundred or so have it: as in real trees, but that
  /// none is missing and that fewer are untouched, since those have no files.
  static func weights(_ profile: SyntheticProfile) -> [(status: SyntheticStatus, weight: Int)] {
    let both: [(SyntheticStatus, Int)] = [
      (.completed, 42), (.notStarted, 8), (.planned, 10), (.researched, 8), (.implementing, 6),
      (.inProgress, 4),
      (.planning, 4), (.blocked, 5), (.partial, 4), (.abandoned, 4), (.researching, 2), (.revised, 3),
      (.revising, 2),
    ]
    return both + (profile == .claude ? [(.expanded, 2), (.prReady, 1)] : [])
  }

  /// A status by those weights. The first tasks take one each in turn, so that every tree of twenty has all.
  static func pick(
    ordinal: Int, profile: SyntheticProfile, with random: inout SyntheticRandom
  ) -> SyntheticStatus {
    let weights = weights(profile)
    if ordinal < weights.count { return weights[ordinal].status }
    var rest = random.number(in: 0..<weights.reduce(0) { $0 + $1.weight })
    for (status, weight) in weights {
      if rest < weight { return status }
      rest -= weight
    }
    return .completed
  }
}
