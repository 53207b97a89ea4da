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
  /// The plans that are in both trees, by their paths in the later one, with what they were.
  package let formerPlans: [String: TrackedFile]

  /// The change from one state to the other. The plans of both must have their bytes.
  package init(from before: Workspace, to after: Workspace) {
    self.before = before
    self.after = after
    let plans = PlanPairs(from: before, to: after).pairs
    formerPlans = Dictionary(
      plans.map { ($0.after.path, $0.before) }, uniquingKeysWith: { first, _ in first })
    let tasks = TaskMoves(from: before, to: after)
    moves = tasks.moves + plans.flatMap(Self.moves)
    transitions = Self.transitions(moves, tasks, after)
  }

  private static func moves(in plan: PlanPairs.Pair) -> [ItemMove] {
    if plan.before.source.bytes == plan.after.source.bytes { return [] }
    let former = plan.before.itemClaims
    return plan.after.itemClaims.compactMap { item, claim in
      guard let old = former[item], old.title.mayName(sameAs: claim.title), claim.differs(from: old) else {
        return nil
      }
      return ItemMove(
        item: item, task: plan.task, before: old, after: claim, formerFile: plan.before, file: plan.after)
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

extension ItemClaim {
  /// Whether it says something else than `earlier`.
  func differs(from earlier: ItemClaim) -> Bool {
    status != earlier.status || started?.timestamp != earlier.started?.timestamp
  }
}
