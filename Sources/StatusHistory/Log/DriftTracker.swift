import StatusModel

/// Finds the intervals in which TODO.md and state.json disagreed, commit by commit.
package struct DriftTracker {
  /// The intervals, in the order in which they began.
  package private(set) var intervals: [DriftInterval] = []
  /// The index of the interval of each task that goes on.
  private var open: [Place: Int] = [:]

  private struct Place: Hashable {
    let root: String
    let task: Int
  }

  /// No interval yet.
  package init() {}

  /// Takes the state after `commit` into account, which `audit` has given last.
  package mutating func observe(_ audit: HistoryAudit, _ commit: LoggedCommit) {
    let changed = Set(
      commit.differences.lazy.map(\.place).filter { $0.kind == .taskList || $0.kind == .registry }.map(\.root)
    )
    for root in changed.sorted() {
      let listed = audit.tree.file(.taskList, in: root)?.claims ?? [:]
      let registered = audit.tree.file(.registry, in: root)?.claims ?? [:]
      for (place, index) in open where place.root == root {
        let item = ItemClaim.Item.task(place.task)
        if Self.disagreement(listed[item], registered[item]) == nil {
          intervals[index].last = commit
          open[place] = nil
        }
      }
      for case .task(let task) in listed.keys.sorted(by: { $0.order < $1.order }) {
        let item = ItemClaim.Item.task(task)
        let place = Place(root: root, task: task)
        guard open[place] == nil, let (first, second) = Self.disagreement(listed[item], registered[item])
        else {
          continue
        }
        open[place] = intervals.count
        intervals.append(
          DriftInterval(root: root, task: task, listed: first, registered: second, first: commit))
      }
    }
  }

  /// What two files say that disagree.
  private static func disagreement(_ listed: ItemClaim?, _ registered: ItemClaim?) -> (Status, Status)? {
    guard let first = listed?.status, let second = registered?.status, first != second else { return nil }
    return (first, second)
  }
}
