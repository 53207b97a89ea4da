import StatusModel

/// When the tasks of a tree have got the statuses that they have, commit by commit.
package struct StatusArrivals: Sendable {
  /// By the number of the task.
  package private(set) var byTask: [Int: StatusArrival] = [:]
  private let root: String
  private let isShallow: Bool

  /// Nothing is known yet of the tree at `root`. Where a clone `isShallow`, its first commits do not tell since when
  /// something is so.
  package init(root: String, isShallow: Bool) {
    self.root = root
    self.isShallow = isShallow
  }

  /// Takes in what a commit did.
  package mutating func observe(_ events: [HistoryEvent], _ commit: LoggedCommit) {
    for event in events where event.root == root && event.phase == nil && !event.follows {
      guard let task = event.task else { continue }
      switch event.kind {
      case .appeared, .moved:
        let isKnown = !isShallow || !commit.parents.isEmpty
        guard isKnown, let status = event.new, let time = Timestamp(secondsSince1970: commit.time) else {
          byTask[task] = nil
          continue
        }
        // A second file that says the same says it later.
        if byTask[task]?.status != status { byTask[task] = StatusArrival(status, at: time) }
      case .archived, .vanished: byTask[task] = nil
      case .restarted, .unreadable: break
      }
    }
  }
}
