/// Lets time go by over a task's life and notes when it came to each status on its way.
struct SyntheticClock {
  private let status: SyntheticStatus
  private let artifacts: SyntheticArtifacts
  private var random: SyntheticRandom
  private var now: SyntheticTime
  private var history: SyntheticHistory

  /// At the point where the phases of its plan begin, or as far as it came before that.
  init(
    created: SyntheticTime, status: SyntheticStatus, artifacts: SyntheticArtifacts, random: SyntheticRandom
  ) {
    self.status = status
    self.artifacts = artifacts
    self.random = random
    now = created
    history = SyntheticHistory(created: created)
    guard status != .notStarted else { return }
    note("started")
    if artifacts.hasReport { note("researched") }
    if artifacts.planVersions > 0 { note("planned") }
    if artifacts.planVersions > 1 { note("revised") }
  }

  private mutating func pass(upToHours hours: Int) {
    now = now.later(minutes: random.number(in: 5..<(hours * 60)), seconds: random.number(in: 0..<60))
  }

  private mutating func note(_ field: String) {
    pass(upToHours: 20)
    history.note(field, at: now)
  }

  /// The phases of the plan, as far along as the task's status says; none when it has no plan.
  mutating func makePhases(reason: String?, prose: inout SyntheticProse) -> [SyntheticPhase] {
    guard artifacts.planVersions > 0 else { return [] }
    let count = random.pick([3, 4, 4, 5, 5, 5, 6, 6, 7, 8])
    let (done, current) = progress(of: count)
    return (1...count).map { number in
      let phaseStatus = number <= done ? .completed : number == done + 1 ? current : .notStarted
      return makePhase(number, phaseStatus, reason: reason, prose: &prose)
    }
  }

  /// How many of `count` phases are completed, and the status of the next.
  private mutating func progress(of count: Int) -> (done: Int, current: SyntheticStatus) {
    switch status {
    case .completed: (count, .notStarted)
    case .implementing, .inProgress: (random.number(in: 0..<count), .inProgress)
    case .prReady: (count - 1, .inProgress)
    case .partial: (random.number(in: 1..<count), .notStarted)
    case .blocked, .abandoned: (random.number(in: 0..<count), status)
    default: (0, .notStarted)
    }
  }

  private mutating func makePhase(
    _ number: Int, _ status: SyntheticStatus, reason: String?, prose: inout SyntheticProse
  ) -> SyntheticPhase {
    var started: SyntheticTime?
    var ended: SyntheticTime?
    if status != .notStarted {
      pass(upToHours: 3)
      started = now
      if status != .inProgress {
        pass(upToHours: 4)
        ended = now
      }
    }
    return SyntheticPhase(
      number: number, title: prose.title(), status: status, hours: random.number(in: 1..<5), started: started,
      ended: ended, reason: status.reasonPlace == nil ? nil : reason)
  }

  /// Comes to the task's own status, if that leaves a date, and gives the whole history.
  mutating func finish() -> SyntheticHistory {
    switch status {
    case .blocked, .abandoned, .completed: note(status.rawValue)
    default: history.touch(at: now)
    }
    return history
  }
}
