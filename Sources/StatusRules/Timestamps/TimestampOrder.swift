import StatusDiagnostics
import StatusModel
import StatusText

/// An end that is dated before its beginning.
struct TimestampOrder: DatedItemRule {
  static let descriptor = RuleDescriptor(
    name: "timestamp-order", family: .timestamps, severity: .error, fix: .none,
    summary: "A task, entry or phase was completed, blocked or abandoned before it was started.",
    rationale: """
      One of the two dates is wrong, and only a person knows which. A date and a full timestamp are compared \
      by their dates. Blocked and Abandoned are compared only while they are the status: the date of an \
      earlier block is history.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Started**: 2025-12-28
      - **Completed**: «2025-12-26»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Started**: 2025-12-26
      - **Completed**: 2025-12-28
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector) {
    guard item.claims.count > 1, let started = start(of: item) else { return }
    judge(.completed, after: started, of: item, &findings)
    if let halt = HaltReason(for: item.status) { judge(halt.event, after: started, of: item, &findings) }
  }

  private typealias Dated = (claim: TimestampClaim, found: FoundTimestamp)

  /// The earliest beginning: text of two tasks that has run together has two.
  private func start(of item: DatedItem) -> Dated? {
    var first: Dated?
    for claim in item.claims where claim.event == .started {
      guard let found = claim.reading.found,
        first.map({ found.timestamp.isBefore($0.found.timestamp) }) ?? true
      else { continue }
      first = (claim, found)
    }
    return first
  }

  private func judge(
    _ event: StatusEvent, after started: Dated, of item: DatedItem, _ findings: inout FindingCollector
  ) {
    var end: Dated?
    for claim in item.claims where claim.event == event {
      guard let found = claim.reading.found else { continue }
      // One end that comes later is enough.
      guard found.timestamp.isBefore(started.found.timestamp) else { return }
      end = end ?? (claim, found)
    }
    guard let first = end else { return }
    let beginning = item.quoted(started.found.range)
    findings.report(
      item, .before(first.claim.name, item.quoted(first.found.range), started.claim.name, beginning),
      at: first.found.range,
      related: [item.related(started.found.range, .says(started.claim.name, beginning))],
      help: .correctOne)
  }
}

extension String {
  fileprivate static func before(
    _ end: String, _ endDate: String, _ start: String, _ startDate: String
  ) -> String {
    "\(end) \(endDate) is before \(start) \(startDate)"
  }
  fileprivate static let correctOne = "find out which date is wrong, and correct it"
  fileprivate static func says(_ name: String, _ date: String) -> String { "\(name) is \(date)" }
}
