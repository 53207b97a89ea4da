import StatusDiagnostics

/// A tree with its findings, of our own format or another one, as a command reports and fixes it.
package protocol JudgedTree: FixableTree, Sendable {
  /// What reports are made from. With `onlyFixed`, what remains is left out.
  func result(fixed: [FixedFinding], onlyFixed: Bool) -> CheckResult
  /// The tree as its fixes make it, in memory: its safe ones, and its unsafe ones if `allowsUnsafe`. With `onlyPath`, no
  /// other file is changed. `wants` has the last word on each fix, and is given the bytes of files as they are then.
  func fixed(
    allowsUnsafe: Bool, onlyPath: String?, wants: @escaping (Finding, Fix, (String) -> [UInt8]?) -> Bool
  ) throws(FixFault) -> FixEngine<Self>.Outcome
}

extension JudgedTree {
  /// What reports are made from.
  package func result() -> CheckResult { result(fixed: [], onlyFixed: false) }

  /// The fixes of the tree, but for those that would make a new finding.
  func guardedFixes(
    allowsUnsafe: Bool, onlyPath: String?, wants: @escaping (Finding, Fix, (String) -> [UInt8]?) -> Bool
  ) throws(FixFault) -> FixEngine<Self>.Outcome {
    var fixGuard = FixGuard(findings, includesUnsafe: allowsUnsafe)
    while true {
      let outcome = try FixEngine(self) { [fixGuard] finding, fix, tree in
        (allowsUnsafe || fix.applicability == .safe) && fixGuard.allows(finding)
          && (onlyPath == nil || fix.files.allSatisfy { $0.path == onlyPath })
          && wants(finding, fix, tree.bytes)
      }.run()
      guard fixGuard.withdraw(outcome.fixed, thatMade: outcome.tree.findings) else { return outcome }
      if fixGuard.givesUp, allowsUnsafe {
        return try guardedFixes(allowsUnsafe: false, onlyPath: onlyPath, wants: wants)
      }
    }
  }
}
