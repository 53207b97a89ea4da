import StatusModel

/// A rule that compares two states of a tree: before a change, and after it.
package protocol ChangeRule: Rule {
  /// Reports what is wrong with the way from one state to the other; findings point into the later one.
  func check(_ change: Change, into findings: inout FindingCollector)
}
