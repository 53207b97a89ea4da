import StatusDiagnostics
import StatusModel
import StatusText

/// A date of an event that has not happened according to the status.
struct UnearnedTimestamp: DatedItemRule {
  static let descriptor = RuleDescriptor(
    name: "unearned-timestamp", family: .timestamps, severity: .warning, fix: .unsafe,
    summary: "A date records an event that, according to the status, has not happened.",
    rationale: """
      A task that is not started has no such dates, a phase in progress has no Completed, and a task \
      that is not abandoned has no Abandoned. Either the status is outdated or the date is. Other earlier \
      dates, such as Blocked on a task that continued, are history and stay.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Completed**: «2025-12-28»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector) {
    guard let status = item.status, let statusRange = item.statusRange else { return }
    let isInitial = context.profile.vocabulary.kind(status) == .initial
    for claim in item.claims {
      guard let event = claim.event, isUnearned(event, status, item, isInitial: isInitial),
        let range = dateRange(claim)
      else { continue }
      let state = item.quoted(statusRange)
      findings.report(
        item, .unearned(claim.name, item.quoted(range), item.noun, state), at: range,
        related: [item.related(statusRange, .says(item.noun, state))], help: .correctOne,
        fix: FieldRemoval.fix(.unsafe, claim, of: item))
    }
  }

  private func isUnearned(_ event: StatusEvent, _ status: Status, _ item: DatedItem, isInitial: Bool) -> Bool
  {
    if isInitial { return true }
    if event == .abandoned { return status != .abandoned }
    let isPhase = item.kind == .phase || item.kind == .subPhase
    return isPhase && event == .completed && status == .inProgress
  }

  /// Where the date is; words and placeholders are none.
  private func dateRange(_ claim: TimestampClaim) -> ByteRange? {
    switch claim.reading {
    case .valid(let found): found.range
    case .impossible(let range), .ambiguous(let range): range
    case .placeholder, .prose: nil
    }
  }
}

extension String {
  fileprivate static func unearned(
    _ name: String, _ date: String, _ noun: String, _ status: String
  ) -> String {
    "\(name) \(date) contradicts the status \(status) of the \(noun)"
  }
  fileprivate static let correctOne = "correct the status, or remove the date"
  fileprivate static func says(_ noun: String, _ status: String) -> String {
    "the status of the \(noun) is \(status)"
  }
}
