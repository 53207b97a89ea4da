import StatusModel

/// A rule that needs several files at once.
package protocol TreeRule: Rule {
  /// Whether it needs to know which files are stored in the directories of tasks, which takes a look into each.
  static var needsStoredFiles: Bool { get }
  /// Reports the rule's findings in the tree.
  func check(_ workspace: Workspace, into findings: inout FindingCollector)
}

extension TreeRule {
  /// Most rules ask about the files that are read.
  package static var needsStoredFiles: Bool { false }
}
