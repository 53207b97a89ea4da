import StatusDiagnostics
import StatusRules

/// A tree with what is found in it, and all that it takes to look at it again.
struct JudgedTree: FixableTree {
  let tree: LoadedTree
  let findings: [Finding]
  private let check: TreeCheck

  /// `tree` as `check` judges it.
  init(_ tree: LoadedTree, _ check: TreeCheck) {
    self.tree = tree
    self.check = check
    findings = check.findings(in: tree)
  }

  func bytes(at path: String) -> [UInt8]? { tree.workspace.file(at: path)?.source.bytes }

  func isReadable(_ path: String) -> Bool { tree.workspace.file(at: path)?.outcome == .parsed }

  func revised(with bytes: [String: [UInt8]]) -> JudgedTree {
    JudgedTree(tree.revised(with: bytes), check)
  }

  /// What reports are made from; without what is found, where only what was fixed is wanted.
  func result(fixed: [FixedFinding] = [], onlyFixed: Bool = false) -> CheckResult {
    check.result(tree, onlyFixed ? [] : findings, fixed: fixed)
  }
}
