import StatusModel

/// A rule that looks at one file at a time; files are checked in parallel.
package protocol FileRule: Rule {
  /// Whether it has anything to look for in files of this kind.
  func applies(to kind: TrackedFile.Kind) -> Bool
  /// Reports the rule's findings in `file`.
  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector)
}
