/// Which status may follow which in one step, and whether a legal path joins two.
package struct TransitionTable: Sendable {
  private let steps: StatusMap

  /// A table from the statuses that each status may become.
  package init(_ steps: StatusMap) {
    self.steps = steps
  }

  /// The table with more steps, and without others.
  func changed(
    adding added: [(from: Status, to: Status)], removing removed: [(from: Status, to: Status)]
  ) -> TransitionTable {
    TransitionTable(steps.changed(adding: added, removing: removed))
  }

  /// Whether `to` may follow `from` in one step.
  package func allows(_ from: Status, to: Status) -> Bool { steps[from].contains(to) }

  /// The statuses that may follow `from`.
  package func successors(of from: Status) -> StatusSet { steps[from] }

  /// Whether one or more steps lead from `from` to `to` through active and resting statuses only: a block, an
  /// end or a restart in between would have left its mark. What is in progress does not fall back to a stage before the
  /// one that it has reached: from planned no steps lead to researched, though work in progress may end in either.
  package func hasPath(from: Status, to: Status, in vocabulary: StatusVocabulary) -> Bool {
    if allows(from, to: to) { return true }
    var seen = [StatusSet](repeating: [], count: Self.lastStage + 1)
    var open = [(status: from, reached: Self.stage(from))]
    while let (status, reached) = open.popLast() {
      let isStage = Self.stage(status) > 0
      for next in successors(of: status) {
        let stage = Self.stage(next)
        let falls = stage > 0 && stage < reached && !isStage
        let further = isStage && stage > 0 ? stage : max(reached, stage)
        guard !falls, seen[further].insert(next) else { continue }
        if next == to { return true }
        let kind = vocabulary.kind(next)
        if kind == .active || kind == .resting { open.append((next, further)) }
      }
    }
    return false
  }

  /// The number of a stage of the standard, in their order, from 1; 0 for any other status.
  private static func stage(_ status: Status) -> Int {
    switch status {
    case .researched: 1
    case .planned: 2
    case .revised: lastStage
    default: 0
    }
  }

  private static let lastStage = 3
}
