import StatusDiagnostics
import StatusModel
import StatusText

/// A field for a date that holds null, TBD or nothing.
struct PlaceholderTimestamp: DatedRule {
  static let descriptor = RuleDescriptor(
    name: "placeholder-timestamp", family: .timestamps, severity: .warning, fix: .safe,
    summary: "A timestamp field or key is there, but holds null, a placeholder such as TBD, or nothing.",
    rationale: """
      What has not happened has no field: every reader would have to know every word for nothing. The fix \
      removes the field where the status does not need the date; where it does, the date has to be given.
      """,
    bad: "\"completed\": null", good: "no \"completed\" key until the task is completed")

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in workspace: Workspace, into findings: inout FindingCollector) {
    for claim in item.claims where claim.reading == .placeholder {
      let isEmpty = claim.valueRange.isEmpty
      let mayGo = isDispensable(claim, of: item, workspace.profile)
      let form = TimestampFormText.wanted(by: claim, in: workspace.profile)
      findings.report(
        item,
        isEmpty
          ? .empty(claim.name, form, mayGo)
          : .placeholder(written(claim, item), claim.name, form, mayGo),
        at: isEmpty ? claim.nameRange : claim.valueRange,
        fix: mayGo ? FieldRemoval.fix(.safe, claim, of: item) : nil)
    }
  }

  /// The placeholder as it is written: null without quotes where it has none.
  private func written(_ claim: TimestampClaim, _ item: DatedItem) -> String {
    let start = claim.valueRange.lower
    let isBare = item.isJSON && start > 0 && item.source.bytes[start - 1] != UInt8(ascii: "\"")
    return isBare ? item.source.text(claim.valueRange) : item.quoted(claim.valueRange)
  }

  /// Whether nothing is lost without the field: its event is none that the status needs a date for.
  private func isDispensable(_ claim: TimestampClaim, of item: DatedItem, _ profile: Profile) -> Bool {
    guard let event = claim.event, let status = item.status else { return false }
    return !profile.neededEvents(for: status).contains(event)
  }
}

extension String {
  fileprivate static func placeholder(
    _ value: String, _ name: String, _ form: String, _ mayGo: Bool
  ) -> String {
    "\(value) is a placeholder: \(advice(name, form, mayGo))"
  }
  fileprivate static func empty(_ name: String, _ form: String, _ mayGo: Bool) -> String {
    "\(name) is empty: \(advice(name, form, mayGo))"
  }
  private static func advice(_ name: String, _ form: String, _ mayGo: Bool) -> String {
    mayGo ? "leave \(name) out until there is a date" : "give \(name) a date (\(form))"
  }
}
