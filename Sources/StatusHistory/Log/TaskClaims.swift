import StatusModel
import StatusText

/// What the files of a tree say about one task after a commit, and where they disagree.
struct TaskClaims {
  /// The files that can disagree.
  enum Pair: CaseIterable {
    /// TODO.md and state.json.
    case lists
    /// state.json and the task's project state, one of which says that the task has ended.
    case projectState
    /// The file that the profile trusts more, and the task's current plan.
    case plan
  }

  private let listed: ItemClaim?
  private let registered: ItemClaim?
  private let states: [HistoricClaim]
  private let plans: [(path: String, file: HistoricFile)]
  private let profile: Profile

  /// What `tree` says about a task of the tree at `root`.
  init(_ task: Int, in tree: HistoricTree, _ root: String, _ profile: Profile) {
    let item = ItemClaim.Item.task(task)
    listed = tree.file(.taskList, in: root)?.claims[item]
    registered = tree.file(.registry, in: root)?.claims[item]
    self.profile = profile
    var states: [HistoricClaim] = []
    var plans: [(String, HistoricFile)] = []
    for path in tree.paths(of: task, in: root) {
      guard let file = tree.files[path] else { continue }
      if let status = file.ownStatus { states.append(HistoricClaim(file: path, status: status)) }
      if file.progress != nil { plans.append((path, file)) }
    }
    self.states = states
    self.plans = plans
  }

  /// What two files say that disagree; nil if they agree, or one of them says nothing.
  func disagreement(_ pair: Pair) -> [HistoricClaim]? {
    switch pair {
    case .lists: lists
    case .projectState: projectState
    case .plan: plan
    }
  }

  private var lists: [HistoricClaim]? {
    guard let first = listed?.status, let second = registered?.status, first != second else { return nil }
    return [
      HistoricClaim(file: "TODO.md", status: first), HistoricClaim(file: "state.json", status: second),
    ]
  }

  private var projectState: [HistoricClaim]? {
    guard let status = registered?.status else { return nil }
    let vocabulary = profile.vocabulary
    let other = states.first {
      $0.status != status && (vocabulary.isTerminal($0.status) || vocabulary.isTerminal(status))
    }
    return other.map { [HistoricClaim(file: "state.json", status: status), $0] }
  }

  private var plan: [HistoricClaim]? {
    guard let trusted, let (path, file) = currentPlan, let progress = file.progress,
      !progress.agrees(with: trusted.status)
    else { return nil }
    return [trusted, HistoricClaim(file: path, status: progress.claim(against: trusted.status))]
  }

  /// What the file says that the profile trusts more.
  private var trusted: HistoricClaim? {
    for authority in profile.authority {
      let isList = authority == .taskList
      if let status = (isList ? listed : registered)?.status {
        return HistoricClaim(file: isList ? "TODO.md" : "state.json", status: status)
      }
    }
    return nil
  }

  /// The plan that is named, by the file that the profile trusts more; without a name, the highest version. One that is
  /// named and not in the task's directory says nothing here.
  private var currentPlan: (path: String, file: HistoricFile)? {
    let named = profile.authority.lazy.compactMap { ($0 == .taskList ? listed : registered)?.plan }.first
    if let named {
      let name = PathText.name(of: named)
      return plans.first { PathText.name(of: $0.path) == name }
    }
    return plans.max { left, right in
      (PlanFileName(path: left.path).version ?? 0, left.path)
        < (PlanFileName(path: right.path).version ?? 0, right.path)
    }
  }
}
