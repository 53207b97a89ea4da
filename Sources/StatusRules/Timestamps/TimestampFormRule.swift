import StatusDiagnostics
import StatusModel
import StatusText

/// A valid timestamp with the wrong form for its field.
struct TimestampFormRule: DatedItemRule {
  static let descriptor = RuleDescriptor(
    name: "timestamp-form", family: .timestamps, severity: .warning, fix: .safe,
    summary: "A timestamp is valid, but has the wrong form for its field.",
    rationale: """
      Scripts extract dates from fixed columns and compare them as text. That works only if each field \
      always has the same form, in UTC. A fix converts an offset to UTC and shortens a full timestamp to its date. It \
      never invents a time, a zone or seconds, so there is no fix for a date that should be a full \
      timestamp.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: «2025-12-28T10:15:00Z»
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
      guard let found = claim.reading.found else { continue }
      let forms = context.profile.timestamps.forms(in: claim.place)
      let isBehindWords = found.isEmbedded && hasWords(before: found, in: claim, item.source.bytes)
      if forms.contains(found.form) && !isBehindWords { continue }
      let isCut = !found.timestamp.isDate && !forms.contains(.full)
      let isSafe = !isCut || context.profile.timestamps.mayCutTimes
      report(
        claim, found, of: item, forms, isBehindWords: isBehindWords, isSafe ? .safe : .unsafe, &findings)
    }
  }

  /// No fix makes a date of a time that contradicts a date which agrees with the time: west of Greenwich, that is the day
  /// before.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? {
    guard finding.fix != nil, let task = finding.task.flatMap({ workspace.task($0) }),
      let claim = Self.claims(of: task, in: workspace.files[index]).first(where: {
        $0.reading.found?.range == finding.location?.range
      }),
      let event = claim.event, let time = claim.reading.found?.timestamp,
      let other = Self.otherDate(of: event, task, workspace.files[index]), other.agrees(with: time),
      !other.agrees(with: Timestamp(time.day))
    else { return finding }
    var finding = finding
    finding.fix = nil
    return finding
  }

  private static func claims(of task: TrackedTask, in file: TrackedFile) -> [TimestampClaim] {
    switch file.kind {
    case .taskList: task.entry?.timestamps ?? []
    case .registry: (task.state?.timestamps ?? []) + (task.state?.suffixedClaims ?? [])
    default: []
    }
  }

  /// The date that TODO.md has for an event in the registry, or the other way round.
  private static func otherDate(of event: StatusEvent, _ task: TrackedTask, _ file: TrackedFile) -> Timestamp?
  {
    let other = file.kind == .taskList ? task.state?.timestamp(event) : task.entry?.timestamp(event)
    return other?.reading.found?.timestamp
  }

  private func report(
    _ claim: TimestampClaim, _ found: FoundTimestamp, of item: DatedItem, _ forms: TimestampFormSet,
    isBehindWords: Bool, _ applicability: Fix.Applicability, _ findings: inout FindingCollector
  ) {
    let value = item.quoted(found.range)
    let wanted = TimestampFormText.wanted(forms)
    if forms.contains(found.form) {
      findings.report(item, .afterWords(value), at: found.range, help: .dateFirst(claim.name))
      return
    }
    // What follows other text stays to be corrected, whatever its form.
    let text = isBehindWords ? nil : correction(found, forms, in: claim, item.source.bytes)
    let fix = text.map { text in
      Fix(
        applicability, "replace with \(text)", at: Location(path: item.source.path, range: found.range),
        with: text)
    }
    let lacksTime = found.timestamp.isDate && !forms.contains(.date)
    findings.report(
      item, .otherForm(value, claim.name), at: found.range,
      help: lacksTime ? .noTimeKnown(wanted) : .use(wanted), fix: fix)
  }

  /// The same in a form that is wanted, when nothing is lost or invented: a time goes only where none belongs.
  private func correction(
    _ found: FoundTimestamp, _ forms: TimestampFormSet, in claim: TimestampClaim, _ bytes: [UInt8]
  ) -> String? {
    let keepsTime = forms.contains(.full) && !(found.timestamp.isDate && forms.contains(.date))
    guard let text = found.text(in: keepsTime ? .full : .date), !isFollowedByZone(found, bytes),
      !TimeRemark.mayNameZone(after: found, valueEnd: claim.valueRange.upper, bytes)
    else { return nil }
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

  /// Whether a sign and digits, or a zone's name, follow the timestamp: there is more to its meaning than was
  /// understood.
  private func isFollowedByZone(_ found: FoundTimestamp, _ bytes: [UInt8]) -> Bool {
    let rest = bytes[found.trailing.indices]
    guard let first = rest.first else { return false }
    if ASCII.isOne(first, of: "+-") { return rest.dropFirst().first.map(ASCII.isDigit) ?? false }
    return ZoneName.begins(rest)
  }

  /// Whether words, and not only a glyph or brackets, are before the timestamp.
  private func hasWords(before found: FoundTimestamp, in claim: TimestampClaim, _ bytes: [UInt8]) -> Bool {
    bytes[claim.valueRange.lower..<max(found.range.lower, claim.valueRange.lower)]
      .contains(where: ASCII.isAlphanumeric)
  }
}

extension String {
  fileprivate static func otherForm(_ value: String, _ name: String) -> String {
    "\(name) \(value) has the wrong form"
  }
  fileprivate static func afterWords(_ value: String) -> String {
    "\(value) follows other text"
  }
  fileprivate static func dateFirst(_ name: String) -> String { "begin the value of \(name) with the date" }
  fileprivate static func use(_ wanted: String) -> String { "use the form \(wanted)" }
  fileprivate static func noTimeKnown(_ wanted: String) -> String {
    "use the form \(wanted); only a person who knows the time can add it"
  }
}
