/// Whether a status may have become another one between two states of a file, however many steps were taken.
package enum Legality: Sendable {
  /// The status is the same, or legal steps lead from one to the other.
  case legal
  /// No legal steps lead from one to the other.
  case illegal
  /// What had ended has not ended any more, or in another way, and no legal step does that.
  case reopened

  /// How `old` became `new`, where also the steps `overrides` were allowed.
  package init(
    from old: Status, to new: Status, _ table: TransitionTable, _ vocabulary: StatusVocabulary,
    overrides: [TransitionOverride] = []
  ) {
    func leads(_ from: Status, _ to: Status) -> Bool {
      from == to || table.hasPath(from: from, to: to, in: vocabulary)
    }
    var reached: StatusSet = [old]
    // Each override can be reached after another one, so as many rounds as there are overrides are enough.
    for _ in overrides {
      for step in overrides where reached.contains(where: { leads($0, step.old) }) {
        reached.insert(step.new)
      }
    }
    if reached.contains(where: { leads($0, new) }) {
      self = .legal
    } else {
      self = vocabulary.isTerminal(old) ? .reopened : .illegal
    }
  }
}
