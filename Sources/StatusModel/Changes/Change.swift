import StatusText

/// Two states of a tree, the second of which came after the first, with what has moved in between.
package struct Change: Sendable {
  /// The tree before the change.
  package let before: Workspace
  /// The tree after it.
  package let after: Workspace
  /// The tasks and phases about which a file says something else: another status, or another date of its start.
  package let moves: [ItemMove]
  /// The tasks and phases with another status.
  package let transitions: [StatusTransition]
  /// The plans that are in both trees, by their paths in the later one, with what they were; without those of which both
  /// share what was read.
  package let formerPlans: [String: TrackedFile]

  /// The change from one state to the other. The plans of both must have their bytes.
  package init(from before: Workspace, to after: Workspace) {
    self.before = before
    self.after = after
    var (old, new) = (before.files.filter { $0.plan != nil }, after.files.filter { $0.plan != nil })
    // A snapshot shares the files that have not changed with the one that it was made from.
    let shared = Set(old.map(ObjectIdentifier.init)).intersection(new.map(ObjectIdentifier.init))
    old.removeAll { shared.contains(ObjectIdentifier($0)) }
    new.removeAll { shared.contains(ObjectIdentifier($0)) }
    let pairs = PlanPairs(old.map { PlacedPlan($0, in: before) }, new.map { PlacedPlan($0, in: after) }).pairs
    formerPlans = Dictionary(
      pairs.map { [old, new] in (new[$0.new].path, old[$0.old]) }, uniquingKeysWith: { first, _ in first })
    let tasks = TaskMoves(from: before, to: after)
    moves =
      tasks.moves
      + pairs.sorted { $0.new < $1.new }.flatMap { [old, new] pair in
        Self.moves(from: old[pair.old], to: new[pair.new], task: after.number(of: new[pair.new]))
      }
    transitions = Self.transitions(moves, tasks, after)
  }

  private static func moves(from before: TrackedFile, to after: TrackedFile, task: Int?) -> [ItemMove] {
    if before.source.bytes == after.source.bytes { return [] }
    let former = before.itemClaims
    return after.itemClaims.elements.compactMap { item, claim in
      guard let old = former[item], old.title.mayName(sameAs: claim.title), claim.differs(from: old) else {
        return nil
      }
      return ItemMove(
        item: item, task: task, before: old, after: claim, formerFile: before, file: after)
    }
    .sorted { $0.place < $1.place }
  }

  private static func transitions(_ moves: [ItemMove], _ tasks: TaskMoves, _ after: Workspace)
    -> [StatusTransition]
  {
    var transitions: [StatusTransition] = []
    // A task's moves come one after the other.
    for move in moves {
      guard let old = move.before.status, let new = move.after.status, old != new,
        !tasks.isReconciled(move)
      else { continue }
      if let last = transitions.last, last.old == old, last.new == new, move.phase == nil,
        last.leading.item == move.item
      {
        transitions[transitions.count - 1] = StatusTransition(
          old: old, new: new, moves: last.moves + [move], legality: last.legality)
        continue
      }
      let table = move.phase == nil ? after.profile.taskTransitions : after.profile.phaseTransitions
      let overrides = move.phase == nil ? tasks.overrides(move) : []
      let legality = Legality(
        from: old, to: new, table, after.profile.vocabulary, overrides: overrides)
      transitions.append(StatusTransition(old: old, new: new, moves: [move], legality: legality))
    }
    return transitions
  }
}

extension PlacedPlan {
  /// The place of a plan of `workspace`, which has its bytes.
  fileprivate init(_ file: TrackedFile, in workspace: Workspace) {
    let number = workspace.number(of: file)
    let directory = file.directory >= 0 ? workspace.directories[file.directory].path : nil
    let inTask = directory.flatMap { PathText.rest(of: file.path, below: $0) }
    self.init(
      inRoot: PathText.rest(of: file.path, below: workspace.root.path) ?? file.path,
      inTask: inTask.map { "\(number ?? -1)/\($0)" },
      phases: {
        let phases = (file.plan?.phases ?? []).map { phase in
          "\(phase.number.label) \(TitleWords(phase.title(in: file.source)).text)"
        }
        return phases.isEmpty ? [] : ["\(number ?? -1)"] + phases
      })
  }
}

extension Workspace {
  /// The number of the task in whose directory a file is.
  fileprivate func number(of file: TrackedFile) -> Int? {
    file.directory >= 0 ? directories[file.directory].number : nil
  }
}

extension ItemClaim {
  /// Whether it says something else than `earlier`.
  func differs(from earlier: ItemClaim) -> Bool {
    status != earlier.status || started?.timestamp != earlier.started?.timestamp
  }
}
