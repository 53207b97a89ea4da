import StatusDiagnostics
import StatusModel
import StatusText

/// Phases of one plan are in progress at the same time although one depends on the other.
struct SeveralActivePhases: FileRule {
  static let descriptor = RuleDescriptor(
    name: "several-active-phases", family: .transitions, severity: .warning, fix: .none,
    summary: "A phase is in progress while another phase that it depends on is also in progress.",
    rationale: """
      An agent resumes a plan at the phase that is in progress. With two of them it continues the first and \
      ignores the other. Phases whose Depends on does not include the other phase may run at the same time.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Empty the shelves [IN PROGRESS]
      - **Started**: 2026-01-14T10:00:00Z

      ### Phase 2: Paint the wall «[IN PROGRESS]»
      - **Started**: 2026-01-15T10:00:00Z
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
    guard let plan = file.plan, !plan.isMalformed else { return }
    let vocabulary = context.profile.vocabulary
    func isActive(_ phase: Phase) -> Bool { phase.status.map { vocabulary.kind($0) == .active } ?? false }
    guard plan.phases.lazy.filter(isActive).prefix(2).count == 2 else { return }

    let graph = PhaseGraph(plan)
    /// For each node the first active one that it depends on, by whatever way.
    var behind: [Int?] = []
    var firstActive: Int?
    for (index, node) in graph.nodes.enumerated() {
      var active: Int?
      switch node.needs {
      case .allEarlier: active = firstActive
      case .unknown: active = nil
      case .these(let needs):
        for need in needs where need < index {
          let found = isActive(plan.phases[graph.nodes[need].phase]) ? need : behind[need]
          active = [active, found].compactMap { $0 }.min()
        }
      }
      behind.append(active)
      let phase = plan.phases[node.phase]
      guard isActive(phase) else { continue }
      if firstActive == nil { firstActive = index }
      // Two phases of one number are a fault of their own; neither waits for the other.
      guard let active, plan.phases[graph.nodes[active].phase].number != phase.number else { continue }
      report(phase, plan.phases[graph.nodes[active].phase], plan, context, file, &findings)
    }
  }

  private func report(
    _ phase: Phase, _ first: Phase, _ plan: Plan, _ context: FileContext, _ file: TrackedFile,
    _ findings: inout FindingCollector
  ) {
    guard let marker = phase.marker, let other = first.marker else { return }
    let word = marker.status.map { context.profile.vocabulary.word($0) } ?? ""
    findings.report(
      .phase, .severalActive(phase.number.label, word, first.number.label), in: plan.source, at: marker.range,
      task: context.directories[file.directory].number, phase: phase.number.label,
      related: [RelatedLocation(Location(path: plan.path, range: other.range), .active(first.number.label))],
      help: .help)
  }
}

extension String {
  fileprivate static func severalActive(_ label: String, _ status: String, _ first: String) -> String {
    "phase \(label) is \(status), but phase \(first), on which it depends, is also in progress"
  }
  fileprivate static func active(_ label: String) -> String { "phase \(label) is also in progress" }
  fileprivate static let help =
    "finish or block one of them, or use Depends on to say that both may be in progress"
}
