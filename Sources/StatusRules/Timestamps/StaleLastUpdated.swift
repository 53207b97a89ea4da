import StatusDiagnostics
import StatusModel
import StatusText

/// A "last updated" that is older than what is below it.
struct StaleLastUpdated: DatedRule {
  static let descriptor = RuleDescriptor(
    name: "stale-last-updated", family: .timestamps, severity: .warning, fix: .safe,
    summary:
      "Last Updated, `last_updated` or `_last_updated` is older than the newest timestamp that it covers.",
    rationale: """
      Readers that look for recent changes read only this value. The value of a file covers the whole file, \
      and the value of an entry covers the entry. A date and a full timestamp are compared by their dates.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "completed", "completed": "2025-12-28", "last_updated": "«2025-12-27»"}
        ]
      }
      """
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "completed", "completed": "2025-12-28", "last_updated": "2025-12-28"}
        ]
      }
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool {
    kind == .taskList || kind == .registry || kind == .projectState
  }

  func check(_ items: [DatedItem], in context: FileContext, into findings: inout FindingCollector) {
    var heads: [Stamp] = []
    for item in items {
      if item.kind == .head {
        heads = stamps(of: item)
        continue
      }
      for index in heads.indices { heads[index].see(item, before: context.now) }
      guard item.kind != .closed else { continue }
      for var stamp in stamps(of: item) {
        stamp.see(item, before: context.now)
        stamp.report(to: &findings, context.profile)
      }
    }
    for head in heads { head.report(to: &findings, context.profile) }
  }

  private func stamps(of item: DatedItem) -> [Stamp] {
    item.claims.compactMap { claim in
      guard let found = claim.reading.found, LastUpdated.isOne(claim) else { return nil }
      return Stamp(item: item, claim: claim, found: found)
    }
  }

  /// A "last updated", and the newest timestamp seen below it.
  private struct Stamp {
    let item: DatedItem
    let claim: TimestampClaim
    let found: FoundTimestamp
    var newest: (item: DatedItem, claim: TimestampClaim, found: FoundTimestamp)?

    /// Records the newer timestamps of `item`; a timestamp in the future is reported by another rule.
    mutating func see(_ item: DatedItem, before now: Timestamp) {
      for claim in item.claims {
        guard let other = claim.reading.found, found.timestamp.isBefore(other.timestamp),
          newest.map({ $0.found.timestamp.secondsSince1970 < other.timestamp.secondsSince1970 }) ?? true,
          !FutureTimestamp.isAhead(other.timestamp, of: now)
        else { continue }
        newest = (item, claim, other)
      }
    }

    func report(to findings: inout FindingCollector, _ profile: Profile) {
      guard let newest else { return }
      let date = newest.item.quoted(newest.found.range)
      let text = newest.found.repeatable.text(in: profile.timestamps.forms(in: claim.place))
      findings.report(
        item, .stale(claim.name, item.quoted(found.range), newest.claim.name, date, newest.item.task),
        at: found.range,
        related: [newest.item.related(newest.found.range, .says(newest.claim.name, date))],
        help: text == nil ? .setTime(TimestampFormText.wanted(by: claim, in: profile)) : nil,
        fix: text.map { text in
          let edit = TextEdit(found.range, with: text)
          let file = Fix.FileEdits(path: item.source.path, edits: [edit], raised: [found.range])
          return Fix(.safe, .bringUp(text), files: [file])
        }, evidence: claim.name)
    }
  }
}

extension String {
  fileprivate static func stale(
    _ name: String, _ date: String, _ newerName: String, _ newer: String, _ task: Int?
  ) -> String {
    "\(name) \(date) is older than \(newerName) \(newer)\(task.map { " of task \($0)" } ?? "")"
  }
  fileprivate static func says(_ name: String, _ date: String) -> String { "\(name) is \(date)" }
  fileprivate static func setTime(_ form: String) -> String {
    "set it to the time of the last change, in the form \(form)"
  }
  fileprivate static func bringUp(_ date: String) -> String {
    "set to \(date), the newest timestamp that it covers"
  }
}
