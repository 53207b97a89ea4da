import StatusDiagnostics
import StatusModel
import StatusText

/// Where rules put their findings, one rule after another.
package struct FindingCollector {
  private var rule: String
  /// The subjects on which the rule is off: what is found there is not even put into words.
  private var silent: Finding.Subject.Set
  /// What has been found, in the order in which it was reported.
  package private(set) var findings: [Finding] = []

  /// A collector for the rule of that name, which is off on the subjects `silent`.
  package init(rule: String, silent: Finding.Subject.Set = []) {
    self.rule = rule
    self.silent = silent
  }

  /// From now on, the findings are those of the rule of that name, which is off on the subjects `silent`.
  package mutating func begin(rule: String, silent: Finding.Subject.Set) {
    self.rule = rule
    self.silent = silent
  }

  /// Reports a finding about `range` of `source`. `evidence` identifies it when lines move; without one, the
  /// text of the range does. `missingFrom`, `lacking` and `help` are those of `Finding`. A `severity` below the rule's own makes
  /// this one finding matter less.
  package mutating func report(
    _ subject: Finding.Subject, _ message: @autoclosure () -> String, in source: SourceText,
    at range: ByteRange,
    task: Int? = nil, phase: String? = nil, related: @autoclosure () -> [RelatedLocation] = [],
    missingFrom: @autoclosure () -> [String] = [], lacking: ByteRange? = nil,
    help: @autoclosure () -> String? = nil, fix: @autoclosure () -> Fix? = nil,
    evidence: @autoclosure () -> String? = nil,
    severity: Severity = .error
  ) {
    if silent.contains(.init(subject)) { return }
    let evidence = evidence() ?? String(source.text(range).prefix(120))
    var finding = Finding(
      rule: rule, subject: subject, message: message(), at: Location(path: source.path, range: range),
      task: task,
      phase: phase, related: related(), missingFrom: missingFrom(), help: help(), fix: fix(),
      evidence: evidence)
    finding.severity = severity
    finding.lacking = lacking
    findings.append(finding)
  }
}
