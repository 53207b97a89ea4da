/// Which status may follow which in one step, and whether a legal path joins two.
package struct TransitionTable: Sendable {
  private let steps: StatusMap

  /// A table from the statuses that each status may become.
  package init(_ steps: StatusMap) {
    self.steps = steps
  }

  /// Whether `to` may follow `from` in one step.
  package func allows(_ from: Status, to: Status) -> Bool { steps[from].contains(to) }

  /// The statuses that may follow `from`.
  package func successors(of from: Status) -> StatusSet { steps[from] }

  /// Whether one or more steps lead from `from` to `to` through active and resting statuses only: a block, an
  /// end or a restart in between would have left its mark.
  package func hasPath(from: Status, to: Status, in vocabulary: StatusVocabulary) -> Bool {
    var seen: StatusSet = [from]
    var open = [from]
    while let status = open.popLast() {
      for next in successors(of: status) where seen.insert(next) {
        if next == to { return true }
        let kind = vocabulary.kind(next)
        if kind == .active || kind == .resting { open.append(next) }
      }
    }
    return false
  }
}
