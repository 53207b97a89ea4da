import StatusDiagnostics
import StatusText

/// Where a format puts its findings.
///
/// A finding is about one cause and shows every place that has a part in it, so that nothing is reported twice.
package struct ClaimFindings: Sendable {
  /// What has been found, in the order in which it was reported, with the severities of the format.
  package private(set) var findings: [Finding] = []

  /// No findings.
  package init() {}

  /// Reports that claims do not agree, at `location`. `claims` are the other places. `subject` is what the finding is
  /// about, with its id ("task add-login/1.2"): it identifies the finding if lines move.
  package mutating func report(
    _ rule: String, _ severity: Severity, _ subject: String, _ message: String, at location: Location,
    claims: [Claim] = [], missingFrom: [String] = [], help: String? = nil, fix: Fix? = nil
  ) {
    var finding = Finding(
      rule: rule, subject: .entry, message: message, at: location,
      related: claims.map { RelatedLocation($0.location, $0.text) }, missingFrom: missingFrom, help: help,
      fix: fix, evidence: subject)
    finding.severity = severity
    findings.append(finding)
  }

  /// Adds a finding that was reported elsewhere.
  package mutating func add(_ finding: Finding) { findings.append(finding) }

  /// Adds what was reported elsewhere.
  package mutating func add(_ other: ClaimFindings) { findings += other.findings }
}
