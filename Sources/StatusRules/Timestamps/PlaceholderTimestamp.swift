import StatusDiagnostics
import StatusModel
import StatusText

/// A field for a date that holds null, TBD or nothing.
struct PlaceholderTimestamp: DatedItemRule {
  static let descriptor = RuleDescriptor(
    name: "placeholder-timestamp", family: .timestamps, severity: .warning, fix: .safe,
    summary: "A timestamp field or key is null, empty, or a placeholder such as TBD.",
    rationale: """
      An event that has not happened has no field. Otherwise every reader would have to know every \
      placeholder. The fix removes the field if the status does not require the date. If it does, add the \
      date.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IMPLEMENTING]
      - **Started**: 2025-12-27
      - **Completed**: «TBD»
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IMPLEMENTING]
      - **Started**: 2025-12-27
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector) {
    for claim in item.claims where claim.reading == .placeholder {
      let isEmpty = claim.valueRange.isEmpty
      let mayGo = isDispensable(claim, of: item, context.profile)
      let form = TimestampFormText.wanted(by: claim, in: context.profile)
      findings.report(
        item,
        isEmpty
          ? .empty(claim.name)
          : .placeholder(written(claim, item), claim.name),
        at: isEmpty ? claim.nameRange : claim.valueRange, help: .advice(claim.name, form, mayGo),
        fix: mayGo ? FieldRemoval.fix(.safe, claim, of: item) : nil)
    }
  }

  /// The placeholder as written: null without quotes where it has none.
  private func written(_ claim: TimestampClaim, _ item: DatedItem) -> String {
    let start = claim.valueRange.lower
    let isBare = item.isJSON && start > 0 && item.source.bytes[start - 1] != UInt8(ascii: "\"")
    return isBare ? item.source.text(claim.valueRange) : item.quoted(claim.valueRange)
  }

  /// Whether nothing is lost without the field: the status needs no date for its event, or another field has the date.
  private func isDispensable(_ claim: TimestampClaim, of item: DatedItem, _ profile: Profile) -> Bool {
    guard let event = claim.event, let status = item.status else { return false }
    let needed = profile.neededEvents(for: status)
    return !needed.contains(event)
      || item.claims.contains { other in
        other.reading.found != nil && other.event.map { $0 != event && needed.contains($0) } ?? false
      }
  }
}

extension String {
  fileprivate static func placeholder(_ value: String, _ name: String) -> String {
    "\(name) \(value) is a placeholder"
  }
  fileprivate static func empty(_ name: String) -> String { "\(name) is empty" }
  fileprivate static func advice(_ name: String, _ form: String, _ mayGo: Bool) -> String {
    mayGo ? "remove \(name) until there is a date" : "replace it with a date of the form \(form)"
  }
}
