import StatusDiagnostics
import StatusEditing
import StatusModel
import StatusText

/// A status without the date that it needs.
struct MissingTimestamp: DatedItemRule, TreeRule {
  static let descriptor = RuleDescriptor(
    name: "missing-timestamp", family: .timestamps, severity: .error, fix: .unsafe,
    summary: "A task, entry or phase has a status that requires a date, but no such date.",
    rationale: """
      Without the date of a status, it is unknown which of two contradicting files is newer, or which task \
      has not moved for weeks. Active statuses require Started; researched, planned and revised require the \
      date with their name or Completed; completed, blocked and abandoned require the date with their name. \
      Both TODO.md and state.json need it. The fix takes the date from the other file. If that has none either, \
      `--fix --unsafe-fixes` takes the author date of the commit in which the task or phase first had its status.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: «[COMPLETED]»
      - **Started**: 2025-12-27
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Started**: 2025-12-27
      - **Completed**: 2025-12-28
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .taskList || kind == .registry || kind == .plan }

  func check(_ item: DatedItem, in context: FileContext, into findings: inout FindingCollector) {
    guard item.kind == .phase, let status = item.status, let range = item.statusRange,
      // A status that no phase has is another rule's finding, and says nothing of what the phase needs.
      context.profile.phaseStatuses.contains(status),
      let needed = missing(item, status, context.profile), !hasDate(besideMarker: range, item.source)
    else { return }
    report(item, needed, at: range, context.profile, elsewhere: nil, fix: nil, &findings)
  }

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    for file in [workspace.taskListSource, workspace.registrySource].compactMap(\.self) {
      for item in DatedItem.all(in: file, of: workspace.context)
      where item.kind == .task || item.kind == .entry {
        guard let status = item.status, let range = item.statusRange,
          let needed = missing(item, status, workspace.profile)
        else { continue }
        let other = elsewhere(item, needed, workspace)
        report(
          item, needed, at: range, workspace.profile, elsewhere: other?.location,
          fix: other.map { fix(item, $0.found, as: needed[0], at: range, workspace) }
            ?? fixByHistory(item, status, as: needed[0], at: range, workspace), &findings)
      }
    }
  }

  /// Gives a phase the date of the commit in which it first had its status.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? {
    guard let label = finding.phase, let plan = workspace.files[index].plan,
      let arrival = workspace.arrivals.phases[plan.path]?[label],
      let place = plan.phases.firstIndex(where: { $0.marker?.range == finding.location?.range }),
      plan.phases.count(where: { $0.number.label == label }) == 1,
      plan.phases[place].status == arrival.status, !plan.phases[place].isContradictory,
      let event = workspace.profile.neededEvents(for: arrival.status).first
    else { return finding }
    var finding = finding
    finding.fix = Fix(
      .unsafe, .add(event.title, arrival.time.shown, .commit), in: plan, workspace.profile
    ) { editor in
      var change = PhaseChange(phase: place, old: arrival.status, new: arrival.status)
      change.add(PhaseChange.Stamp(event: event, timestamp: arrival.time, reason: nil))
      editor.make(change)
    }
    return finding
  }

  /// The events of which one must have a date when a task has `status`, where a profile takes that seriously.
  static func events(neededFor status: Status, _ profile: Profile) -> [StatusEvent] {
    let isOptional = profile.severity(of: descriptor.name, about: Finding.Subject.task.rawValue) != nil
    return isOptional ? [] : profile.neededEvents(for: status)
  }

  /// The events of which one needs a date for `status`; nil if a date is there, or none is needed.
  private func missing(_ item: DatedItem, _ status: Status, _ profile: Profile) -> [StatusEvent]? {
    let needed = profile.neededEvents(for: status)
    return needed.isEmpty || item.claims.contains { isThere($0, needed) } ? nil : needed
  }

  /// Whether `claim` says when one of the events was; a value that is not a date is another rule's finding.
  private func isThere(_ claim: TimestampClaim, _ needed: [StatusEvent]) -> Bool {
    guard let event = claim.event, needed.contains(event) else { return false }
    return claim.reading != .placeholder
  }

  /// Whether the date is in the heading itself: `[COMPLETED 2025-12-28]`, `[COMPLETED] (2025-12-28)`.
  private func hasDate(besideMarker range: ByteRange, _ source: SourceText) -> Bool {
    let end = source.bytes.lineEnd(from: range.lower)
    return Timestamp.read(source, in: ByteRange(range.lower, end)).found != nil
  }

  private func report(
    _ item: DatedItem, _ needed: [StatusEvent], at range: ByteRange, _ profile: Profile,
    elsewhere: RelatedLocation?, fix: Fix?, _ findings: inout FindingCollector
  ) {
    let place: TimestampClaim.Place =
      item.kind == .task ? .taskField : item.kind == .phase ? .phaseField : .statusChange
    let names = needed.map { item.isJSON ? $0.rawValue : $0.title }
    let form = TimestampFormText.wanted(profile.timestamps.forms(in: place))
    var related = [elsewhere].compactMap(\.self)
    if let empty = item.claims.first(where: { $0.event.map(needed.contains) ?? false }) {
      related.append(item.related(empty.nameRange, .noDate(empty.name)))
    }
    findings.report(
      item, .missing(item.quoted(range), item.noun), at: range, related: related, lacking: item.range,
      help: .add(names, form),
      fix: fix)
  }

  /// Gives the item the date of the commit in which the task first had its status.
  private func fixByHistory(
    _ item: DatedItem, _ status: Status, as event: StatusEvent, at range: ByteRange, _ workspace: Workspace
  ) -> Fix? {
    guard let arrival = item.task.flatMap({ workspace.arrivals.tasks[$0] }), arrival.status == status else {
      return nil
    }
    return fix(item, arrival.found, as: event, at: range, workspace, from: .commit)
  }

  /// Gives the item a date under the name that its own status wants.
  private func fix(
    _ item: DatedItem, _ found: FoundTimestamp, as event: StatusEvent, at range: ByteRange,
    _ workspace: Workspace, from origin: String = .otherFile
  ) -> Fix? {
    guard let status = item.status, let task = item.task.flatMap({ workspace.task($0) }) else { return nil }
    var evidence = TaskEvidence(status)
    evidence.dates[event] = found
    let rewrite = TaskRewrite(evidence, in: workspace)
    if let entry = task.entry, item.kind == .task, entry.marker?.range == range {
      return rewrite.fix(entry: entry, .add(event.title, found.timestamp.dateText, origin))
    }
    if let state = task.state, item.kind == .entry, state.status?.range == range {
      return rewrite.fix(
        state: state, json: item.json, .add(event.rawValue, found.timestamp.dateText, origin))
    }
    return nil
  }

  /// The date as the other of TODO.md and state.json has it.
  private func elsewhere(_ item: DatedItem, _ needed: [StatusEvent], _ workspace: Workspace)
    -> (found: FoundTimestamp, location: RelatedLocation)?
  {
    guard let task = item.task.flatMap({ workspace.task($0) }),
      let source = item.kind == .task ? workspace.registry?.source : workspace.taskList?.source
    else { return nil }
    for event in needed {
      let claim = item.kind == .task ? task.state?.timestamp(event) : task.entry?.timestamp(event)
      guard let claim, let found = claim.reading.found else { continue }
      return (
        found,
        RelatedLocation(
          Location(path: source.path, range: found.range),
          .hasDate(source.path, claim.name, source.text(found.range)))
      )
    }
    return nil
  }
}

extension String {
  fileprivate static func missing(_ status: String, _ noun: String) -> String {
    "the \(noun) has no date for its status \(status)"
  }
  fileprivate static func add(_ names: [String], _ form: String) -> String {
    "add \(names.joined(separator: " or ")) with a date of the form \(form)"
  }
  fileprivate static func hasDate(_ path: String, _ name: String, _ date: String) -> String {
    "\(path) has \(name) \"\(date)\""
  }
  fileprivate static func add(_ name: String, _ date: String, _ origin: String) -> String {
    "add \(name) \(date), \(origin)"
  }
  fileprivate static let otherFile = "as in the other file"
  fileprivate static let commit = "the date of the commit in which the status first appeared"
  fileprivate static func noDate(_ name: String) -> String { "\(name) has no date here" }
}
