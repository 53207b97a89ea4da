import StatusDiagnostics
import StatusModel
import StatusText

/// A timestamp with one meaning, but not in the form its place wants.
struct TimestampFormRule: DatedRule {
  static let descriptor = RuleDescriptor(
    name: "timestamp-form", family: .timestamps, severity: .warning, fix: .safe,
    summary: "A timestamp is valid, but not in the form that its place wants.",
    rationale: """
      Scripts cut dates at fixed columns and compare them as text; that works while every place keeps to \
      its one form, in UTC. A fix converts an offset to UTC and shortens a full timestamp to its date; it \
      never invents a time, a zone or seconds, so a date where a full timestamp belongs has none.
      """,
    bad: "- **Started**: 2025-12-28T10:15:00+01:00", good: "- **Started**: 2025-12-28")

  func applies(to kind: TrackedFile.Kind) -> Bool { DatedItem.stand(in: kind) }

  func check(_ item: DatedItem, in workspace: Workspace, into findings: inout FindingCollector) {
    for claim in item.claims {
      guard let found = claim.reading.found else { continue }
      let forms = workspace.profile.timestamps.forms(in: claim.place)
      let isBehindWords = found.isEmbedded && hasWords(before: found, in: claim, item.source.bytes)
      if forms.contains(found.form) && !isBehindWords { continue }
      report(claim, found, of: item, forms, isBehindWords: isBehindWords, &findings)
    }
  }

  private func report(
    _ claim: TimestampClaim, _ found: FoundTimestamp, of item: DatedItem, _ forms: TimestampFormSet,
    isBehindWords: Bool, _ findings: inout FindingCollector
  ) {
    let value = item.quoted(found.range)
    let wanted = TimestampFormText.wanted(forms)
    if forms.contains(found.form) {
      findings.report(item, .behindWords(value, claim.name), at: found.range)
      return
    }
    let fix = correction(found, forms, in: claim, item.source.bytes).map { text in
      Fix(.safe, "write \(text)", at: Location(path: item.source.path, range: found.range), with: text)
    }
    let lacksTime = found.timestamp.isDate && !forms.contains(.date)
    findings.report(
      item, .otherForm(value, claim.name, wanted), at: found.range, help: lacksTime ? .noTimeKnown : nil,
      fix: fix)
  }

  /// The same in a form that is wanted, when nothing is lost or invented: a time goes only where none belongs.
  private func correction(
    _ found: FoundTimestamp, _ forms: TimestampFormSet, in claim: TimestampClaim, _ bytes: [UInt8]
  ) -> String? {
    let keepsTime = forms.contains(.full) && !(found.timestamp.isDate && forms.contains(.date))
    guard let text = found.text(in: keepsTime ? .full : .date), !isFollowedByZone(found, bytes) else {
      return nil
    }
    // What is written after it must not become part of it, or take its meaning away.
    let value =
      bytes[claim.valueRange.lower..<found.range.lower] + Array(text.utf8)
      + bytes[found.range.upper..<max(claim.valueRange.upper, found.range.upper)]
    let read = value.withUnsafeBufferPointer { Timestamp.read($0) }.found
    guard let read, forms.contains(read.form), read.timestamp.dateText == found.timestamp.dateText else {
      return nil
    }
    return text
  }

  /// Whether a sign and digits, or a zone's name, follow the timestamp: there is more to its meaning than was understood.
  private func isFollowedByZone(_ found: FoundTimestamp, _ bytes: [UInt8]) -> Bool {
    let rest = bytes[found.trailing.indices]
    guard let first = rest.first else { return false }
    if "+-".utf8.contains(first) { return rest.dropFirst().first.map(ASCII.isDigit) ?? false }
    return ZoneName.begins(rest)
  }

  /// Whether words, and not only a glyph or brackets, stand before the timestamp.
  private func hasWords(before found: FoundTimestamp, in claim: TimestampClaim, _ bytes: [UInt8]) -> Bool {
    bytes[claim.valueRange.lower..<max(found.range.lower, claim.valueRange.lower)]
      .contains(where: ASCII.isAlphanumeric)
  }
}

extension String {
  fileprivate static func otherForm(_ value: String, _ name: String, _ wanted: String) -> String {
    "\(value) is not in the form that \(name) takes here: \(wanted)"
  }
  fileprivate static func behindWords(_ value: String, _ name: String) -> String {
    "\(value) stands behind other words: the value of \(name) begins with its date"
  }
  fileprivate static let noTimeKnown = "only someone who knows the time of day can add it"
}
