/// A task or a phase that has another status after a change, by one or several files.
package struct StatusTransition: Sendable {
  /// The status before.
  package let old: Status
  /// The status afterwards.
  package let new: Status
  /// What each file says, the most trusted one first; never empty.
  package let moves: [ItemMove]
  /// Whether the status may have changed so.
  package let legality: Legality

  /// The first of its moves, and the others.
  package var leading: ItemMove { moves[0] }
}
