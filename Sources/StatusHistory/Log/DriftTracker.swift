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

  /// The commit that was observed last.
  private var last: ObjectID?
  /// What TODO.md and state.json of each tree said then, as far as that is known.
  private var lists: [String: [HistoricFile?]] = [:]

  private struct Place: Hashable {
    let root: String
    let task: Int
    let pair: TaskClaims.Pair
  }

  /// No interval yet.
  package init() {}

  /// Takes the state after `commit` into account, which `audit` has given last.
  package mutating func observe(_ audit: HistoryAudit, _ commit: LoggedCommit) {
    // On another branch, other files may differ than those that the commit changed.
    if commit.parents.first != last { lists = [:] }
    last = commit.id
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
  private mutating func touched(by commit: LoggedCommit, _ audit: HistoryAudit) -> [String: Set<Int>] {
    var touched: [String: Set<Int>] = [:]
    for place in commit.differences.lazy.map(\.place) {
      switch place.kind {
      case .taskList, .registry:
        touched[place.root, default: []].formUnion(movedTasks(of: place.root, in: audit.tree))
      case .plan, .projectState:
        if let task = place.task { touched[place.root, default: []].insert(task) }
      default: break
      }
    }
    return touched
  }

  /// The tasks about which TODO.md or state.json says something else than before; all of them if that is not known.
  private mutating func movedTasks(of root: String, in tree: HistoricTree) -> Set<Int> {
    let current = [tree.file(.taskList, in: root), tree.file(.registry, in: root)]
    defer { lists[root] = current }
    guard let former = lists[root] else {
      return Set(current.flatMap { $0?.claims.elements.compactMap(\.item.task) ?? [] })
        .union(driftedTasks[root] ?? [])
    }
    return Set(zip(former, current).flatMap { $0 === $1 ? [] : Self.moved(from: $0, to: $1) })
  }

  private static func moved(from former: HistoricFile?, to current: HistoricFile?) -> [Int] {
    (current?.claims ?? ItemClaims()).differences(from: former?.claims ?? ItemClaims()).compactMap {
      difference in
      if let old = difference.old, let new = difference.new, old.status == new.status, old.plan == new.plan {
        return nil
      }
      return difference.item.task
    }
  }
}
