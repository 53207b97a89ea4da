import StatusDiagnostics
import StatusModel
import StatusText

/// Where a rule puts its findings.
package struct FindingCollector {
  private let rule: String
  /// What has been found, in the order in which it was reported.
  package private(set) var findings: [Finding] = []

  /// A collector for the rule of that name.
  package init(rule: String) { self.rule = rule }

  /// Reports a finding about `range` of `source`. `evidence` identifies it when lines move; without one, the
  /// text of the range does. A `severity` below the rule's own makes this one finding matter less.
  package mutating func report(
    _ subject: Finding.Subject, _ message: String, in source: SourceText, at range: ByteRange, task: Int? = nil,
    phase: String? = nil, related: [RelatedLocation] = [], help: String? = nil, fix: Fix? = nil,
    evidence: String? = nil, severity: Severity = .error
  ) {
    let evidence = evidence ?? String(source.text(range).prefix(120))
    var finding = Finding(
      rule: rule, subject: subject, message: message, at: Location(path: source.path, range: range), task: task,
      phase: phase, related: related, help: help, fix: fix, evidence: evidence)
    finding.severity = severity
    findings.append(finding)
  }

  /// Reports a finding about the tree that belongs to no file.
  package mutating func reportTree(_ message: String, task: Int? = nil, help: String? = nil, evidence: String) {
    findings.append(
      Finding(rule: rule, subject: .tree, message: message, at: nil, task: task, help: help, evidence: evidence))
  }
}
