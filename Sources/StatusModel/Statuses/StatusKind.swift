/// What a status means for the work: all that rules need to know of a status they have never heard of.
package enum StatusKind: String, Sendable, CaseIterable {
  /// Nothing has been done.
  case initial
  /// Someone is at it.
  case active
  /// A stage is done, the next not begun.
  case resting
  /// It cannot go on.
  case waiting
  /// It has ended.
  case terminal
}
