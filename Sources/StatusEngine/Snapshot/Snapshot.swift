import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText

/// A tree as it was read, understood as a whole: a value, from which another one is made when files change.
package struct Snapshot: Sendable {
  /// The tree. The bytes of plans in which nothing was found are not kept.
  package let workspace: Workspace
  /// For each file of the workspace, what was found in it when it was parsed; severities are not set.
  package let findings: [[Finding]]
  /// What its directories held.
  let listing: TreeListing
  /// What read it, and the rules that judge it: a revision is made the same way.
  let loader: TreeLoader
  let rules: RulesInForce
  /// What the expected edit makes of TODO.md or state.json; nil for none.
  var expected: RevisedRootFile?

  /// The same snapshot, which knows when tasks and phases have got their statuses.
  func knowing(_ arrivals: StatusArrivals) -> Snapshot {
    var (workspace, loader) = (workspace, loader)
    workspace.arrivals = arrivals
    loader.settings.arrivals = arrivals
    return Snapshot(
      workspace: workspace, findings: findings, listing: listing, loader: loader, rules: rules)
  }

  /// The bytes of a file, as reports need them; none if the file has changed since, for then no place in it holds.
  package func source(of file: TrackedFile) -> SourceText {
    guard file.source.bytes.isEmpty, file.byteCount > 0,
      case .bytes(let bytes) = loader.source.read(file.path),
      bytes.count == file.byteCount
    else {
      return file.source
    }
    return SourceText(path: file.path, bytes: bytes)
  }
}
