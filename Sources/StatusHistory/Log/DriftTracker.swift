import StatusModel

/// Finds the intervals in which files disagreed about a task, commit by commit: TODO.md and state.json, state.json and the
/// project state, the task and its current plan.
package struct DriftTracker {
  /// The intervals, in the order in which they began.
  package private(set) var intervals: [DriftInterval] = []
  /// The index of each interval that goes on.
  private var open: [Place: Int] = [:]
  /// The tasks of each tree that have had one.
  private var driftedTasks: [String: Set<Int>] = [:]

  private struct Place: Hashable {
    let root: String
    let task: Int
    let pair: TaskClaims.Pair
  }

  /// No interval yet.
  package init() {}

  /// Takes the state after `commit` into account, which `audit` has given last.
  package mutating func observe(_ audit: HistoryAudit, _ commit: LoggedCommit) {
    for (root, tasks) in touched(by: commit, audit).sorted(by: { $0.key < $1.key }) {
      for task in tasks.sorted() {
        let claims = TaskClaims(task, in: audit.tree, root, audit.profile)
        for pair in TaskClaims.Pair.allCases {
          update(Place(root: root, task: task, pair: pair), claims.disagreement(pair), commit)
        }
      }
    }
  }

  private mutating func update(_ place: Place, _ claims: [HistoricClaim]?, _ commit: LoggedCommit) {
    let index = open[place]
    if let claims, index == nil {
      open[place] = intervals.count
      driftedTasks[place.root, default: []].insert(place.task)
      intervals.append(DriftInterval(root: place.root, task: place.task, claims: claims, first: commit))
    } else if claims == nil, let index {
      intervals[index].last = commit
      open[place] = nil
    }
  }

  /// The tasks of each tree about which a file says something else, or a file that is gone may have said something.
  private func touched(by commit: LoggedCommit, _ audit: HistoryAudit) -> [String: Set<Int>] {
    var touched: [String: Set<Int>] = [:]
    for place in commit.differences.lazy.map(\.place) {
      switch place.kind {
      case .taskList, .registry:
        let tasks = [TrackedFile.Kind.taskList, .registry].flatMap { kind in
          (audit.tree.file(kind, in: place.root)?.claims.keys).map(Array.init) ?? []
        }
        touched[place.root, default: []].formUnion(tasks.map(\.order))
        touched[place.root, default: []].formUnion(driftedTasks[place.root] ?? [])
      case .plan, .projectState:
        if let task = place.task { touched[place.root, default: []].insert(task) }
      default: break
      }
    }
    return touched
  }
}
