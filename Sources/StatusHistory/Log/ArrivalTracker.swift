import StatusModel

/// Finds out, commit by commit, when the tasks and phases of a tree have got the statuses that they have.
package struct ArrivalTracker: Sendable {
  /// What is known after the last commit.
  package private(set) var arrivals = StatusArrivals()
  private let root: String
  private let isShallow: Bool

  /// Nothing is known yet of the tree at `root`. Where a clone `isShallow`, its first commits do not tell since when
  /// something is so.
  package init(root: String, isShallow: Bool) {
    self.root = root
    self.isShallow = isShallow
  }

  /// Takes in what a commit did, which `audit` has given last.
  package mutating func observe(_ events: [HistoryEvent], of commit: LoggedCommit, in audit: HistoryAudit) {
    let isKnown = !isShallow || !commit.parents.isEmpty
    let time = isKnown ? Timestamp(secondsSince1970: commit.time) : nil
    observePlans(of: commit, at: time, audit.tree)
    for event in events where !event.follows {
      if event.phase == nil { observe(event, at: time) } else { observe(phase: event, at: time) }
    }
  }

  private mutating func observe(_ event: HistoryEvent, at time: Timestamp?) {
    guard let task = event.task, event.root == root else { return }
    switch event.kind {
    case .appeared, .moved: Self.note(event.new, at: time, in: &arrivals.tasks[task])
    case .archived, .vanished: arrivals.tasks[task] = nil
    case .restarted, .unreadable: break
    }
  }

  private mutating func observe(phase event: HistoryEvent, at time: Timestamp?) {
    guard let path = event.files.first, let phase = event.phase, event.kind == .moved else { return }
    Self.note(event.new, at: time, in: &arrivals.phases[path, default: [:]][phase])
  }

  /// Takes over the plans that came, moved with their tree, or are gone. A plan that may be another one under a new name
  /// tells nothing: its phases may have been so before.
  private mutating func observePlans(of commit: LoggedCommit, at time: Timestamp?, _ tree: HistoricTree) {
    let plans = commit.differences.filter { $0.place.kind == .plan }
    let gone = plans.filter { $0.new == nil }
    let former = Dictionary(
      gone.map { ($0.place.inside, arrivals.phases.removeValue(forKey: $0.path)) },
      uniquingKeysWith: { first, _ in first })
    for plan in plans where plan.old == nil {
      if let phases = former[plan.place.inside] {
        arrivals.phases[plan.path] = phases
      } else if gone.isEmpty {
        for (item, claim) in tree.files[plan.path]?.claims.elements ?? [] {
          Self.note(claim.status, at: time, in: &arrivals.phases[plan.path, default: [:]][item.label])
        }
      }
    }
  }

  /// Notes that a status was there at `time`. A second file or branch that says the same says it later.
  private static func note(_ status: Status?, at time: Timestamp?, in arrival: inout StatusArrival?) {
    guard let status, let time else { return arrival = nil }
    if arrival?.status != status { arrival = StatusArrival(status, at: time) }
  }
}
