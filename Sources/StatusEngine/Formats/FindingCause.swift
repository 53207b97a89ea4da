import StatusDiagnostics

/// What a finding of another format is about, whatever it says of it: a contradiction may become smaller or larger, and is
/// the same one.
struct FindingCause: Hashable {
  private let rule: String
  private let path: String
  private let subject: String

  init(_ finding: Finding) {
    rule = finding.rule
    path = finding.location?.path ?? ""
    subject = finding.evidence
  }

  /// Those of `findings` that are not among `old` ones, each of which stands for one.
  static func new(_ findings: [Finding], since old: [Finding]) -> [Finding] {
    var known: [FindingCause: Int] = [:]
    for finding in old { known[FindingCause(finding), default: 0] += 1 }
    return findings.filter { finding in
      guard let count = known[FindingCause(finding)], count > 0 else { return true }
      known[FindingCause(finding)] = count - 1
      return false
    }
  }
}
