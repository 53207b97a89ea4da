import StatusDiagnostics
import StatusModel
import StatusText

/// A value that is no date or time, or that has two meanings.
struct InvalidTimestamp: DatedRule {
  static let descriptor = RuleDescriptor(
    name: "invalid-timestamp", family: .timestamps, severity: .error, fix: .none,
    summary:
      "A timestamp names a day or time that does not exist, has two meanings, or is no timestamp at all.",
    rationale: """
      Order, age and completeness are judged by these values, and tools copy them from file to file. \
      Whether `12/01/2025` was meant as December or January is known only to whoever wrote it. Words \
      without anything that could be a date are a warning: they mislead no calendar.
      """,
    bad: "- **Completed**: 2025-02-30", good: "- **Completed**: 2025-02-28")

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in workspace: Workspace, into findings: inout FindingCollector) {
    for claim in item.claims { judge(claim, of: item, workspace.profile, &findings) }
  }

  private func judge(
    _ claim: TimestampClaim, of item: DatedItem, _ profile: Profile, _ findings: inout FindingCollector
  ) {
    switch claim.reading {
    case .valid, .placeholder: break
    case .impossible(let range):
      let form = TimestampFormText.wanted(by: claim, in: profile)
      findings.report(item, .impossible(item.quoted(range), claim.name, form), at: range)
    case .ambiguous(let range):
      let form = TimestampFormText.wanted(by: claim, in: profile)
      findings.report(item, .ambiguous(item.quoted(range), claim.name, form), at: range)
    case .prose:
      let form = TimestampFormText.wanted(by: claim, in: profile)
      findings.report(
        item, .prose(item.quoted(claim.valueRange), claim.name, form), at: claim.valueRange,
        help: claim.event == .blocked || claim.event == .abandoned ? .reasonElsewhere : nil,
        severity: .warning)
    }
  }
}

extension String {
  fileprivate static func impossible(_ value: String, _ name: String, _ form: String) -> String {
    "\(value) is not a date or a time: \(name) takes \(form)"
  }
  fileprivate static func ambiguous(_ value: String, _ name: String, _ form: String) -> String {
    "\(value) has more than one meaning: \(name) takes \(form)"
  }
  fileprivate static func prose(_ value: String, _ name: String, _ form: String) -> String {
    "\(value) is no date: \(name) takes \(form)"
  }
  fileprivate static let reasonElsewhere = "the reason has a field of its own"
}
