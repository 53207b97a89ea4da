import StatusDiagnostics
import StatusModel
import StatusText

/// A value that is not a valid date or time, or is ambiguous.
struct InvalidTimestamp: DatedItemRule {
  static let descriptor = RuleDescriptor(
    name: "invalid-timestamp", family: .timestamps, severity: .error, fix: .none,
    summary: "A timestamp is not a valid date or time, or is ambiguous.",
    rationale: """
      Order and age are computed from these values, and programs copy them to other files. Only the author \
      knows whether `12/01/2025` means December or January. Text without anything that could be a date is \
      only a warning.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: «2025-02-30»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: 2025-02-28
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector) {
    for claim in item.claims { judge(claim, of: item, context.profile, &findings) }
  }

  private func judge(
    _ claim: TimestampClaim, of item: DatedItem, _ profile: Profile, _ findings: inout FindingCollector
  ) {
    switch claim.reading {
    case .valid, .placeholder: break
    case .impossible(let range):
      let form = TimestampFormText.wanted(by: claim, in: profile)
      findings.report(item, .impossible(item.quoted(range), claim.name), at: range, help: .use(form))
    case .ambiguous(let range):
      let form = TimestampFormText.wanted(by: claim, in: profile)
      findings.report(item, .ambiguous(item.quoted(range), claim.name), at: range, help: .use(form))
    case .prose:
      let form = TimestampFormText.wanted(by: claim, in: profile)
      findings.report(
        item, .prose(item.quoted(claim.valueRange), claim.name), at: claim.valueRange,
        help: HaltReason.allCases.contains { $0.event == claim.event } ? .reasonElsewhere(form) : .use(form),
        severity: .warning)
    }
  }
}

extension String {
  fileprivate static func impossible(_ value: String, _ name: String) -> String {
    "\(name) \(value) is not a valid date or time"
  }
  fileprivate static func ambiguous(_ value: String, _ name: String) -> String {
    "\(name) \(value) is ambiguous"
  }
  fileprivate static func prose(_ value: String, _ name: String) -> String {
    "\(name) \(value) is not a date"
  }
  fileprivate static func use(_ form: String) -> String { "use the form \(form)" }
  fileprivate static func reasonElsewhere(_ form: String) -> String {
    "use the form \(form), and a separate field for the reason"
  }
}
