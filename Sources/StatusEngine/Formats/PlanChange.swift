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
    worse = FindingCause.new(after.findings.filter(Self.counts), since: before.findings.filter(Self.counts))
  }

  private static func counts(_ finding: Finding) -> Bool {
    finding.severity == .error || finding.severity == .warning
  }
}
