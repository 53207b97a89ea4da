import StatusModel
import StatusText

/// Finds out what a commit did to tasks and phases.
struct CommitComparison {
  /// A tracking file that the commit changed, as it is in the tree before and after it.
  final class ChangedFile {
    let path: String
    let place: HistoricPlace
    let kind: TrackedFile.Kind
    let old: HistoricFile?
    let new: HistoricFile?

    init(path: String, place: HistoricPlace, kind: TrackedFile.Kind, old: HistoricFile?, new: HistoricFile?) {
      self.path = path
      self.place = place
      self.kind = kind
      self.old = old
      self.new = new
    }
  }

  private let after: HistoricTree
  /// The changed files among TODO.md and the registries.
  private let lists: [ChangedFile]
  /// The changed project states.
  private let states: [ChangedFile]
  /// The directories of the trees.
  private let roots: [String]
  private let others: [HistoricTree]
  private let profile: Profile
  /// What happened, in order.
  private(set) var events: [HistoryEvent] = []
  /// The tasks that a file does not have any more.
  private var lost: Set<Lost> = []

  private struct Lost: Hashable {
    let root: String
    let task: Int
  }

  /// What was done by a commit that changed `files`: the tree `after` it has the others as they were. `others` are the
  /// trees of its further parents.
  init(
    _ files: [ChangedFile], to after: HistoricTree, others: [HistoricTree], roots: [String],
    _ profile: Profile
  ) {
    self.after = after
    lists = files.filter { $0.place.task == nil }
    states = files.filter { $0.kind == .projectState }
    self.roots = roots
    self.others = others
    self.profile = profile
    // TODO.md and state.json first, in the order in which the profile trusts them.
    for file in lists.filter({ $0.kind != .archiveRegistry }).sorted(by: isTrustedMore) {
      compareTasks(former(of: file), file)
    }
    comparePlans(files.filter { $0.kind == .plan })
    addLostTasks()
    for file in files { addFault(of: file) }
  }

  /// What TODO.md or a registry was before the commit.
  private func before(_ kind: TrackedFile.Kind, in root: String) -> HistoricFile? {
    if let changed = lists.first(where: { $0.kind == kind && $0.place.root == root }) { return changed.old }
    return after.file(kind, in: root)
  }

  private func isTrustedMore(_ left: ChangedFile, _ right: ChangedFile) -> Bool {
    func rank(_ file: ChangedFile) -> Int {
      profile.authority.firstIndex(of: file.kind == .taskList ? .taskList : .registry) ?? 0
    }
    return (left.place.root, rank(left)) < (right.place.root, rank(right))
  }

  /// The file before the commit, at its place or in a tree that the same commit took away.
  private func former(of file: ChangedFile) -> HistoricFile? { file.old ?? source(of: file)?.old }

  /// The file of another tree that the commit took away when it brought `file`.
  private func source(of file: ChangedFile) -> ChangedFile? {
    lists.first { $0.kind == file.kind && $0.new == nil && $0.place.root != file.place.root }
  }

  /// The directories of trees that the commit moved, and where they were.
  var movedRoots: [(new: String, old: String)] {
    lists.filter { $0.old == nil && $0.new != nil }.compactMap { file in
      source(of: file).map { (file.place.root, $0.place.root) }
    }
  }

  // MARK: Tasks

  private mutating func compareTasks(_ old: HistoricFile?, _ file: ChangedFile) {
    let claims = file.new?.claims ?? ItemClaims()
    for difference in claims.differences(from: old?.claims ?? ItemClaims()) {
      let item = difference.item
      guard let task = item.task else { continue }
      guard let claim = difference.new else {
        if file.old != nil { lost.insert(Lost(root: file.place.root, task: task)) }
        continue
      }
      let isSame = difference.old.map(claim.isSame) ?? false
      if isSame || file.new?.fault != nil { continue }
      let former = difference.old ?? archived(item, claim, file)
      if let was = former, was.title.mayName(sameAs: claim.title) {
        compare(item, task, was, claim, file)
      } else if !isKnown(item, claim) {
        add(.appeared, file, task, nil, claim, rule: nil)
      }
    }
  }

  /// What the archive said before the commit of a task that neither file had, and that comes back from there.
  private func archived(_ item: ItemClaim.Item, _ claim: ItemClaim, _ file: ChangedFile) -> ItemClaim? {
    let root = file.place.root
    guard formerFiles(in: root).allSatisfy({ $0.claims[item] == nil }),
      let former = before(.archiveRegistry, in: root)?.claims[item],
      former.title.names(sameAs: claim.title)
    else { return nil }
    return former
  }

  /// TODO.md and state.json of a tree before the commit.
  private func formerFiles(in root: String) -> [HistoricFile] {
    [TrackedFile.Kind.taskList, .registry].compactMap { before($0, in: root) }
  }

  /// Whether the task was there before the commit, by the other file of its tree or a tree that was renamed.
  private func isKnown(_ item: ItemClaim.Item, _ claim: ItemClaim) -> Bool {
    roots.contains { root in
      [TrackedFile.Kind.taskList, .registry, .archiveRegistry].compactMap { before($0, in: root) }.contains {
        $0.claims[item].map { $0.title.mayName(sameAs: claim.title) } ?? false
      }
    }
  }

  /// The tasks that no file of their tree has any more. If a whole tree is gone, it was moved or given up.
  private mutating func addLostTasks() {
    for lost in lost.sorted(by: { ($0.root, $0.task) < ($1.root, $1.task) }) {
      let files = [TrackedFile.Kind.taskList, .registry].compactMap { after.file($0, in: lost.root) }
      let item = ItemClaim.Item.task(lost.task)
      guard !files.isEmpty,
        !files.contains(where: { $0.claims[item] != nil || $0.hiddenTasks.contains(lost.task) }),
        !others.contains(where: { hasNot(item, $0, lost.root) })
      else { continue }
      let isArchived = after.isArchived(lost.task, in: lost.root)
      let old = formerFiles(in: lost.root).compactMap { $0.claims[item]?.status }.first
      events.append(
        HistoryEvent(
          kind: isArchived ? .archived : .vanished, root: lost.root, task: lost.task, phase: nil, old: old,
          new: nil, files: [], rule: isArchived ? nil : "vanished-task"))
    }
  }

  private func hasNot(_ item: ItemClaim.Item, _ tree: HistoricTree, _ root: String) -> Bool {
    ![TrackedFile.Kind.taskList, .registry].contains { tree.file($0, in: root)?.claims[item] != nil }
  }

  // MARK: Plans

  private mutating func comparePlans(_ files: [ChangedFile]) {
    for file in files {
      if let old = file.old, let new = file.new { comparePhases(old, file, new) }
    }
    let gone = files.filter { $0.new == nil }
    let come = files.filter { $0.old == nil }
    if gone.isEmpty || come.isEmpty { return }
    let pairs = PlanPairs(gone.map { placed($0, $0.old) }, come.map { placed($0, $0.new) }).pairs
    for (old, new) in pairs {
      if let former = gone[old].old, let file = come[new].new { comparePhases(former, come[new], file) }
    }
  }

  private func placed(_ file: ChangedFile, _ content: HistoricFile?) -> PlacedPlan {
    let task = file.place.task.map(String.init) ?? ""
    return PlacedPlan(
      inRoot: file.place.inside, inTask: file.place.insideTask.map { "\(task)/\($0)" },
      phases: {
        let claims = content?.claims.elements ?? []
        let phases = claims.map { "\($0.item.label) \($0.claim.title.text)" }.sorted()
        return phases.isEmpty ? [] : [task] + phases
      })
  }

  private mutating func comparePhases(_ old: HistoricFile, _ file: ChangedFile, _ new: HistoricFile) {
    if new.fault != nil { return }
    for difference in new.claims.differences(from: old.claims) {
      guard let was = difference.old else { continue }
      let item = difference.item
      if let claim = difference.new {
        if !claim.isSame(as: was), was.title.mayName(sameAs: claim.title) {
          compare(item, file.place.task, was, claim, file)
        }
      } else if !new.isMalformed, !new.claims.isEmpty,
        !others.contains(where: { $0.files[file.path]?.claims[item] == nil })
      {
        add(.vanished, file, file.place.task, was, nil, item: item, rule: "vanished-task")
      }
    }
  }

  // MARK: Moves

  private mutating func compare(
    _ item: ItemClaim.Item, _ task: Int?, _ was: ItemClaim, _ claim: ItemClaim, _ file: ChangedFile
  ) {
    // A move that is in a parent is not new in the merge.
    if let old = was.status, let new = claim.status, old != new,
      !others.contains(where: { $0.files[file.path]?.claims[item]?.status == new })
    {
      let follows = other(than: file)?.claims[item]?.status == new
      add(
        .moved, file, task, was, claim, item: item, rule: follows ? nil : rule(old, new, item, file),
        follows: follows)
    }
    if let old = was.started?.timestamp, !was.isBegunAnew(in: claim, profile.vocabulary) {
      let new = claim.started?.timestamp
      guard !(new?.agrees(with: old) ?? false),
        !others.contains(where: { $0.files[file.path]?.claims[item]?.started?.timestamp == new })
      else { return }
      add(
        .restarted, file, task, was, claim, item: item, rule: "started-rewritten",
        remark: "\(old.shown) -> \(new?.shown ?? "nothing")")
    }
  }

  private func rule(_ old: Status, _ new: Status, _ item: ItemClaim.Item, _ file: ChangedFile) -> String? {
    let isTask = file.kind != .plan
    let table = isTask ? profile.taskTransitions : profile.phaseTransitions
    let overrides = isTask ? overrides(item, file.place.root) : []
    switch Legality(from: old, to: new, table, profile.vocabulary, overrides: overrides) {
    case .legal: return nil
    case .illegal: return "illegal-transition"
    case .reopened: return "terminal-status-changed"
    }
  }

  /// The illegal steps of a task that the commit allows.
  private func overrides(_ item: ItemClaim.Item, _ root: String) -> [TransitionOverride] {
    guard case .task(let number) = item else { return [] }
    let states = states.filter { $0.place.root == root && $0.place.task == number }
    let known = Set(states.flatMap { $0.old?.overrides ?? [] })
    return states.flatMap { $0.new?.overrides ?? [] }.filter { !known.contains($0) }
  }

  /// The other of TODO.md and state.json, before the commit.
  private func other(than file: ChangedFile) -> HistoricFile? {
    switch file.kind {
    case .taskList: before(.registry, in: file.place.root)
    case .registry: before(.taskList, in: file.place.root)
    default: nil
    }
  }

  private mutating func addFault(of file: ChangedFile) {
    guard let fault = file.new?.fault, file.old?.fault == nil else { return }
    events.append(
      HistoryEvent(
        kind: .unreadable, root: file.place.root, task: file.place.task, phase: nil, old: nil, new: nil,
        files: [file.path], rule: nil, remark: fault))
  }

  /// Adds an event, or a file to the same event by another file.
  private mutating func add(
    _ kind: HistoryEvent.Kind, _ file: ChangedFile, _ task: Int?, _ was: ItemClaim?, _ claim: ItemClaim?,
    item: ItemClaim.Item? = nil, rule: String?, remark: String? = nil, follows: Bool = false
  ) {
    var phase: String?
    if case .phase(let label)? = item { phase = label }
    let event = HistoryEvent(
      kind: kind, root: file.place.root, task: task, phase: phase, old: was?.status, new: claim?.status,
      files: [file.path], rule: rule, remark: remark, follows: follows)
    let same = events.lastIndex { $0.isSame(as: event) }
    if phase == nil, let same {
      events[same].files = (events[same].files + event.files).sorted()
    } else {
      events.append(event)
    }
  }
}

extension HistoryEvent {
  /// Whether another file says the same as `other`.
  fileprivate func isSame(as other: HistoryEvent) -> Bool {
    kind == other.kind && task == other.task && phase == other.phase && root == other.root
      && (kind == .appeared || old == other.old && new == other.new) && remark == other.remark
      && follows == other.follows
  }
}
