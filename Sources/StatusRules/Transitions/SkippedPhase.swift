import StatusDiagnostics
import StatusModel
import StatusText

/// A phase has begun or is done although an earlier one that it depends on has not begun.
struct SkippedPhase: FileRule {
  static let descriptor = RuleDescriptor(
    name: "skipped-phase", family: .transitions, severity: .warning, fix: .none,
    summary: "A phase has begun or is done although an earlier phase that it depends on is not started.",
    rationale: """
      Either the earlier phase was forgotten, or it was done but not marked, and an agent that resumes the \
      plan would repeat it. A phase without Depends on depends on every earlier phase. Phases that are \
      abandoned, blocked, deferred or optional are not reported.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase 2: Paint the wall «[IN PROGRESS]»
      - **Started**: 2026-01-14T10:00:00Z
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Empty the shelves [IN PROGRESS]
      - **Started**: 2026-01-14T10:00:00Z
      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, !plan.isMalformed, mayHaveSkipped(plan, context.profile.vocabulary) else {
      return
    }
    let graph = PhaseGraph(plan)
    let vocabulary = context.profile.vocabulary
    // Headings are parsed only if needed: most phases that wait are not skipped.
    var waiting = WaitingPhases(isIdle: graph.nodes.map { isIdle($0, plan, vocabulary) }) { node in
      isOptional(plan.phases[graph.nodes[node].phase], plan.source)
    }
    for (index, node) in graph.nodes.enumerated() {
      guard !waiting.isIdle[index], let begun = begun(node, plan, vocabulary),
        let skipped = waiting.first(of: node.needs, before: index), !isOptional(begun, plan.source),
        // Two phases of one number are a fault of their own; neither waits for the other.
        plan.phases[graph.nodes[skipped].phase].number != plan.phases[node.phase].number
      else { continue }
      report(begun, plan.phases[graph.nodes[skipped].phase], plan, context, file, &findings)
    }
  }

  /// Whether the statuses alone leave a phase to be skipped: most plans need no graph.
  private func mayHaveSkipped(_ plan: Plan, _ vocabulary: StatusVocabulary) -> Bool {
    var hasInitial = false
    for phase in plan.phases {
      guard let status = phase.status else { continue }
      if vocabulary.kind(status) == .initial { hasInitial = true } else if hasInitial { return true }
    }
    return false
  }

  /// Whether neither the phase nor a part of it has begun.
  private func isIdle(_ node: PhaseGraph.Node, _ plan: Plan, _ vocabulary: StatusVocabulary) -> Bool {
    var isInitial = false
    for index in node.phases {
      guard let marker = plan.phases[index].marker else { continue }
      guard let status = marker.status, vocabulary.kind(status) == .initial else { return false }
      isInitial = true
    }
    return isInitial
  }

  /// The first of a phase and its parts that has begun or is done.
  private func begun(_ node: PhaseGraph.Node, _ plan: Plan, _ vocabulary: StatusVocabulary) -> Phase? {
    for index in node.phases {
      guard let status = plan.phases[index].status else { continue }
      let kind = vocabulary.kind(status)
      if kind == .active || kind == .resting || status == .completed { return plan.phases[index] }
    }
    return nil
  }

  private static let optionalWords = [
    "optional", "if needed", "if necessary", "if required", "if time", "as needed", "deferred", "skipped",
    "fallback",
    "fall-back", "alternative", "contingen", "conditional", "stretch", "in parallel",
    "parallel with",
  ]

  /// Whether the heading says that the phase may be left out, or is taken instead of another.
  private func isOptional(_ phase: Phase, _ source: SourceText) -> Bool {
    let heading = source.text(phase.heading).lowercased()
    return Self.optionalWords.contains { heading.contains(text: $0) }
  }

  private func report(
    _ begun: Phase, _ skipped: Phase, _ plan: Plan, _ context: FileContext, _ file: TrackedFile,
    _ findings: inout FindingCollector
  ) {
    guard let marker = begun.marker, let status = marker.status, let other = skipped.marker else { return }
    let vocabulary = context.profile.vocabulary
    findings.report(
      .phase, .skipped(begun, vocabulary.word(status), skipped, vocabulary.word(other.status ?? .notStarted)),
      in: plan.source, at: marker.range, task: context.directories[file.directory].number,
      phase: begun.number.label,
      related: [
        RelatedLocation(Location(path: plan.path, range: other.range), .notStarted(skipped.number.label))
      ],
      help: .help(skipped.number.label))
  }
}

extension String {
  fileprivate static func skipped(_ begun: Phase, _ status: String, _ skipped: Phase, _ earlier: String)
    -> String
  {
    "phase \(begun.number.label) is \(status), but phase \(skipped.number.label), on which it depends, is \(earlier)"
  }
  fileprivate static func notStarted(_ label: String) -> String { "phase \(label) has not started" }
  fileprivate static func help(_ label: String) -> String {
    "correct the marker of phase \(label), or give this phase a Depends on field that does not include it"
  }
}
