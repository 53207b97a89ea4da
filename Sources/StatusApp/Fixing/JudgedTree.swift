import StatusDiagnostics
import StatusEngine
import StatusRules

/// A tree with its findings, and everything that is needed to check it again.
struct JudgedTree: FixableTree {
  let tree: Snapshot
  let findings: [Finding]
  private let check: TreeCheck

  /// `tree` as `check` judges it.
  init(_ tree: Snapshot, _ check: TreeCheck) {
    self.tree = tree
    self.check = check
    findings = check.findings(in: tree)
  }

  func bytes(at path: String) -> [UInt8]? { tree.workspace.file(at: path)?.source.bytes }

  func isReadable(_ path: String) -> Bool { tree.workspace.file(at: path)?.outcome == .parsed }

  func revised(with bytes: [String: [UInt8]]) -> JudgedTree {
    JudgedTree(tree.updating(bytes), check)
  }

  /// The result for reports; without the remaining findings if only the fixes are wanted.
  func result(fixed: [FixedFinding] = [], onlyFixed: Bool = false) -> CheckResult {
    check.result(tree, onlyFixed ? [] : findings, fixed: fixed)
  }
}
