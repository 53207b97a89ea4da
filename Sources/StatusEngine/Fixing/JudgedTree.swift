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

  /// The fixes of the tree, but for those that would make a new finding. Some that had to be held back can be made once the
  /// others are, as another run would; so they are tried again until that changes nothing.
  func guardedFixes(
    allowsUnsafe: Bool, onlyPath: String?, wants: @escaping (Finding, Fix, (String) -> [UInt8]?) -> Bool
  ) throws(FixFault) -> FixEngine<Self>.Outcome {
    func pass(after earlier: FixEngine<Self>.Outcome?) throws(FixFault) -> Pass {
      try guardedPass(after: earlier, allowsUnsafe: allowsUnsafe) { finding, fix, bytes in
        (onlyPath == nil || fix.files.allSatisfy { $0.path == onlyPath }) && wants(finding, fix, bytes)
      }
    }
    var (outcome, holdsBack) = try pass(after: nil)
    for _ in 0..<mostPasses where holdsBack {
      let next = try pass(after: outcome)
      if next.outcome.isIdle { break }
      holdsBack = next.holdsBack
      outcome = FixEngine.Outcome(
        tree: next.outcome.tree, fixed: CheckEngine.sorted(outcome.fixed + next.outcome.fixed),
        files: next.outcome.files, isIdle: false)
    }
    return outcome
  }

  /// What one pass comes to, and whether it held fixes back.
  private typealias Pass = (outcome: FixEngine<Self>.Outcome, holdsBack: Bool)

  /// Makes the fixes but for those that make a finding which is new in this pass. `earlier` is what the passes before it
  /// came to.
  private func guardedPass(
    after earlier: FixEngine<Self>.Outcome?, allowsUnsafe: Bool,
    wants: @escaping (Finding, Fix, (String) -> [UInt8]?) -> Bool
  ) throws(FixFault) -> Pass {
    var fixGuard = FixGuard((earlier?.tree ?? self).findings, includesUnsafe: allowsUnsafe)
    while true {
      let outcome = try FixEngine(self, after: earlier) { [fixGuard] finding, fix, tree in
        (allowsUnsafe || fix.applicability == .safe) && fixGuard.allows(finding)
          && wants(finding, fix, tree.bytes)
      }.run()
      guard fixGuard.withdraw(outcome.fixed, thatMade: outcome.tree.findings) else {
        return (outcome, fixGuard.holdsBack)
      }
      if fixGuard.givesUp, allowsUnsafe {
        return (try guardedPass(after: earlier, allowsUnsafe: false, wants: wants).outcome, true)
      }
    }
  }
}

/// After so many passes more, what is still held back stays so: each of them would change something again.
private let mostPasses = 10
