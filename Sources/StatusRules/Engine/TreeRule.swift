import StatusModel

/// A rule that needs several files at once.
package protocol TreeRule: Rule {
  /// Reports the rule's findings in the tree.
  func check(_ workspace: Workspace, into findings: inout FindingCollector)
}
