import StatusDiagnostics
import StatusModel
import StatusText

/// A date that has not come yet.
struct FutureTimestamp: DatedItemRule {
  static let descriptor = RuleDescriptor(
    name: "future-timestamp", family: .timestamps, severity: .error, fix: .none,
    summary: "A timestamp is more than one day in the future.",
    rationale: """
      All these timestamps record past events. A date in the future is a typo or a guess, and it \
      looks newer than every other date. One day is allowed for differences of clocks and time zones.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: «2205-12-28»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: 2025-12-28
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector) {
    for claim in item.claims {
      guard let found = claim.reading.found, Self.isAhead(found.timestamp, of: context.now) else {
        continue
      }
      findings.report(
        item,
        .ahead(claim.name, item.quoted(found.range), context.now.fullText ?? context.now.dateText),
        at: found.range)
    }
  }
}

extension FutureTimestamp {
  /// Whether a timestamp is later than a day after `now`. That day covers the time zones as well, so that a date is
  /// compared as a date.
  static func isAhead(_ timestamp: Timestamp, of now: Timestamp) -> Bool {
    guard let limit = now.adding(days: 1) else { return false }
    return (timestamp.isDate ? Timestamp(limit.day) : limit).isBefore(timestamp)
  }
}

extension String {
  fileprivate static func ahead(_ name: String, _ date: String, _ now: String) -> String {
    "\(name) \(date) is in the future: it is \(now)"
  }
}
