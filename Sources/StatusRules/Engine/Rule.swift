import StatusDiagnostics
import StatusModel

/// One fault that statuslint knows: a value without state that reads a workspace and reports findings.
package protocol Rule: Sendable {
  /// All that is to be known about it besides its code.
  static var descriptor: RuleDescriptor { get }
}

/// A rule that looks at one file at a time; files are checked in parallel.
package protocol FileRule: Rule {
  /// Whether it has anything to look for in files of this kind.
  func applies(to kind: TrackedFile.Kind) -> Bool
  /// Reports the rule's findings in `file`.
  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector)
}

/// A rule that needs several files at once.
package protocol TreeRule: Rule {
  /// Reports the rule's findings in the tree.
  func check(_ workspace: Workspace, into findings: inout FindingCollector)
}
