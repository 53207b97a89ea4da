import StatusDiagnostics
import StatusModel

/// A rule that looks at one file at a time; files are checked in parallel.
package protocol FileRule: Rule {
  /// Whether it has anything to look for in files of this kind: here, or in the tree, where it is a rule for trees,
  /// too.
  func applies(to kind: TrackedFile.Kind) -> Bool
  /// Reports the rule's findings in `file`, of which only the `context` is known.
  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector)
  /// A finding of the rule in the file at `index`, once the whole tree is known: the place to withdraw what the file
  /// alone seems to allow, its fix or all of it, and to add a fix that the file alone does not tell.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding?
}

extension FileRule {
  /// Most findings depend on nothing but their file.
  package func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? { finding }
}
