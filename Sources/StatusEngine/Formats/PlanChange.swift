import StatusDiagnostics

/// A root of another format before and after a change, and what the change makes worse: errors and warnings that there
/// were not before.
package struct PlanChange: Sendable {
  /// The root before it.
  package let before: PlanInspection
  /// The root after it.
  package let after: PlanInspection
  /// The errors and warnings that it makes, in the order of reports.
  package let worse: [Finding]

  /// The change that gives some files of `before` other bytes, by their paths from the repository root.
  package init(_ before: PlanInspection, _ bytes: [String: [UInt8]]) {
    self.init(from: before, to: before.updating(bytes))
  }

  /// The change from one state to another.
  package init(from before: PlanInspection, to after: PlanInspection) {
    self.before = before
    self.after = after
    var known: [Cause: Int] = [:]
    for finding in before.findings where Self.counts(finding) { known[Cause(finding), default: 0] += 1 }
    worse = after.findings.filter { finding in
      guard Self.counts(finding) else { return false }
      guard let count = known[Cause(finding)], count > 0 else { return true }
      known[Cause(finding)] = count - 1
      return false
    }
  }

  private static func counts(_ finding: Finding) -> Bool {
    finding.severity == .error || finding.severity == .warning
  }

  /// What a finding is about, whatever it says of it: a contradiction may become smaller.
  private struct Cause: Hashable {
    let rule: String
    let path: String
    let subject: String

    init(_ finding: Finding) {
      rule = finding.rule
      path = finding.location?.path ?? ""
      subject = finding.evidence
    }
  }
}
