/// All that one check has found: what every report is made from.
package struct CheckResult: Sendable {
  /// The profile's name ("opencode").
  package var profile: String
  /// Why this profile: "most entries have task_type".
  package var profileReason: String
  /// The findings to report, in the order of reports: path, position, rule; those without a file last.
  package var findings: [Finding]
  /// The findings that a fix has removed, in the same order.
  package var fixed: [FixedFinding]
  /// Every file that was read, sorted by path.
  package var files: [CheckedFile]
  /// Findings of at least this severity make the exit code 1; nil for never.
  package var failOn: Severity?
  /// Wall time of the check, in seconds.
  package var seconds: Double
  /// Whether only what was fixed is to be reported; what remains was not asked for, and `findings` is empty.
  package var showsOnlyFixed = false

  /// The outcome of a check.
  package init(
    profile: String, profileReason: String, findings: [Finding], files: [CheckedFile], failOn: Severity?,
    seconds: Double, fixed: [FixedFinding] = []
  ) {
    self.profile = profile
    self.profileReason = profileReason
    self.findings = findings
    self.fixed = fixed
    self.files = files
    self.failOn = failOn
    self.seconds = seconds
  }

  /// Whether `finding` makes the exit code 1.
  package func fails(_ finding: Finding) -> Bool {
    failOn.map { finding.severity >= $0 } ?? false
  }
}
