import StatusDiagnostics
import StatusModel
import StatusText

/// A phase that does not say how far it is.
struct MissingPhaseMarker: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-phase-marker", family: .markers, severity: .error, fix: .unsafe,
    summary: "A phase has no status, neither at the end of its heading nor below it.",
    rationale: """
      An agent that resumes a plan begins with the first phase that is not finished. A phase without a \
      status is repeated or never done.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### «Phase 2: Paint the wall»
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, plan.phases.contains(where: { $0.marker == nil }) else { return }
    let claims = PhaseClaims(plan)
    for (index, phase) in plan.phases.enumerated() where phase.marker == nil && !claims.isSpokenFor(index) {
      if let loose = phase.looseMarker {
        findings.report(
          .phase, .noField(phase.number.label), in: plan.source, at: loose.range,
          task: context.taskNumber(of: file), phase: phase.number.label, help: .inBold)
        continue
      }
      let status = evidenced(by: phase)
      let related = status.map { evidence in
        [
          RelatedLocation(
            Location(path: file.path, range: evidence.claim.valueRange), .dated(evidence.claim.name))
        ]
      }
      findings.report(
        .phase, .noStatus(phase.number.label),
        in: plan.source,
        at: phase.heading, task: context.taskNumber(of: file), phase: phase.number.label,
        related: related ?? [], lacking: phase.range, help: help(phase, plan.source, context.profile),
        fix: status.flatMap { fix($0.status, of: phase, in: plan, context.profile) }
      )
    }
  }

  /// The status that a phase's dates speak for; nil if they speak for none or for several.
  private func evidenced(by phase: Phase) -> (status: Status, claim: TimestampClaim)? {
    var end: (status: Status, claim: TimestampClaim)?
    for claim in phase.timestamps where claim.reading.found != nil {
      let status: Status
      switch claim.event {
      case .completed: status = .completed
      case .blocked: status = .blocked
      case .abandoned: status = .abandoned
      default: continue
      }
      if end != nil { return nil }
      end = (status, claim)
    }
    if end != nil { return end }
    return phase.timestamps.first { $0.event == .started && $0.reading.found != nil }.map {
      (.inProgress, $0)
    }
  }

  /// What to do, and what the emoji of a heading may mean.
  private func help(_ phase: Phase, _ source: SourceText, _ profile: Profile) -> String {
    let text = EmojiRuns.find(in: phase.heading, of: source.bytes).map { source.text($0.range) }.joined()
    let meaning = EmojiClaim.status(of: text).map { String.mayMean(text, profile.vocabulary.marker($0)) }
    let title = profile.help(forTitle: phase.heading, of: source)
    return [title, meaning, .endHeading(profile.markers(for: .phase))].compactMap(\.self).joined(
      separator: "; ")
  }

  private func fix(_ status: Status, of phase: Phase, in plan: Plan, _ profile: Profile) -> Fix? {
    // A Status line that is there and empty wants the value, not a second place for it.
    guard phase.field(.status) == nil, profile.phaseStatuses.contains(status),
      phase.mayHave(status, in: plan.source)
    else { return nil }
    return Fix(.unsafe, .mark(profile.vocabulary.marker(status)), in: plan, profile) {
      $0.setMarker(of: phase, to: status)
    }
  }
}

extension String {
  fileprivate static func noStatus(_ phase: String) -> String { "phase \(phase) has no status" }
  fileprivate static func noField(_ phase: String) -> String {
    "the Status of phase \(phase) is not a field, so programs do not find it"
  }
  fileprivate static let inBold =
    "add the status at the end of the heading, or write the name of the Status in bold"
  fileprivate static func endHeading(_ markers: String) -> String {
    "add one at the end of the heading: \(markers)"
  }
  fileprivate static func mayMean(_ emoji: String, _ marker: String) -> String {
    "\(emoji.quotedBriefly) may mean \(marker)"
  }
  fileprivate static func dated(_ event: String) -> String { "it has the date \(event)" }
  fileprivate static func mark(_ marker: String) -> String {
    "mark the phase \(marker), according to its dates"
  }
}
