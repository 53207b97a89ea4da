import StatusDiagnostics
import StatusModel
import StatusText

/// Something is blocked or abandoned without a reason.
struct MissingReason: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-reason", family: .transitions, severity: .error, fix: .none,
    summary: "A task or a phase is blocked or abandoned without a reason.",
    rationale: """
      The next person or agent must know what blocks the task, and whether it still does. People read \
      TODO.md and programs read state.json, so both need the reason. A field for the reason counts, and so \
      does text after the marker or the date. None and TBD do not count.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: «[BLOCKED]»
      - **Blocked**: 2026-01-14
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [BLOCKED]
      - **Blocked**: 2026-01-14
      - **Blocking Reason**: the cellar is under water
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool {
    kind == .taskList || kind == .registry || kind == .plan
  }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    switch file.content {
    case .taskList(let list):
      for task in list.tasks { check(task, list.source, context, &findings) }
    case .registry(let registry):
      for entry in registry.entries { check(entry, registry.source, context, &findings) }
    case .plan(let plan):
      let task = context.directories[file.directory].number
      for phase in plan.phases where !phase.hasReason {
        guard let marker = phase.marker, let status = marker.status, status.needsReason else { continue }
        let word = context.profile.vocabulary.word(status)
        findings.report(
          .phase, .noReason("phase \(phase.number.label)", word), in: plan.source, at: marker.range,
          task: task,
          phase: phase.number.label, lacking: phase.range, help: .phaseHelp(word))
      }
    case .projectState, .none: break
    }
  }

  private func check(
    _ task: TaskEntry, _ source: SourceText, _ context: FileContext, _ findings: inout FindingCollector
  ) {
    guard let marker = task.marker, let status = marker.status, let reason = HaltReason(for: status) else {
      return
    }
    let markers = [task.statusMarkers.first, task.headingMarker].compactMap { $0 }
    let isGiven = StatedReason.isGiven(
      for: status, fields: task.fields, markers: markers, body: task.range, in: source)
    if isGiven { return }
    if marker.place == .heading,
      StatedReason.says(ByteRange(marker.range.upper, task.heading.upper), in: source)
    {
      return
    }
    findings.report(
      .task, .noReason("task \(task.number)", context.profile.vocabulary.word(status)), in: source,
      at: marker.range, task: task.number, lacking: task.range, help: .addField(reason))
  }

  private func check(
    _ entry: StateEntry, _ source: SourceText, _ context: FileContext, _ findings: inout FindingCollector
  ) {
    guard let status = entry.certainStatus, let reason = HaltReason(for: status),
      let range = entry.status?.range, !entry.explained.contains(status), !saysAtDate(entry, reason, source)
    else { return }
    findings.report(
      .entry,
      .noReason(entry.number.map { "task \($0)" } ?? "an entry", context.profile.vocabulary.value(status)),
      in: source, at: range, task: entry.number, lacking: entry.range, help: .addKey(reason))
  }

  /// Whether there are words in place of the date, or after it.
  private func saysAtDate(_ entry: StateEntry, _ reason: HaltReason, _ source: SourceText) -> Bool {
    guard let claim = entry.timestamp(reason.event) else { return false }
    switch claim.reading {
    case .prose: return StatedReason.says(claim.valueRange, in: source)
    case .valid(let found): return StatedReason.says(found.trailing, in: source)
    case .placeholder, .impossible, .ambiguous: return false
    }
  }
}

extension String {
  fileprivate static func noReason(_ subject: String, _ status: String) -> String {
    "\(subject) is \(status) without a reason"
  }
  fileprivate static func phaseHelp(_ status: String) -> String {
    "add the reason after the date in the line \(status.prefix(1) + status.dropFirst().lowercased()): `, Reason: …`"
  }
  fileprivate static func addField(_ reason: HaltReason) -> String {
    "add a field \(reason.field.title)"
      + (reason == .blocking ? ", or Blocked by with the blocking tasks" : "")
  }
  fileprivate static func addKey(_ reason: HaltReason) -> String { "add \"\(reason.key)\"" }
}
