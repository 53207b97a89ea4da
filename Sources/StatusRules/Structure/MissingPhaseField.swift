import StatusDiagnostics
import StatusModel
import StatusText

/// A phase lacks its Goal, its Tasks or its Timing.
struct MissingPhaseField: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-phase-field", family: .structure, severity: .info, fix: .none,
    summary: "A phase has no Goal, no Tasks or no Timing.",
    rationale: """
      An agent that carries out the phase must know what to do, and when it is done. The finding names all fields that are \
      missing. A heading in the phase counts as well, and so do Objective, Purpose, Description, Steps, Effort, \
      Estimated Time, Duration, and `(2 hours)` in the heading. Sub-phases are not checked.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### «Phase 1: Empty the shelves [NOT STARTED]»
      - **Goal**: Every shelf is empty
      - **Tasks**:
        - [ ] Carry the boxes upstairs
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      - **Goal**: Every shelf is empty
      - **Tasks**:
        - [ ] Carry the boxes upstairs
      - **Timing**: 2 hours
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan else { return }
    for phase in plan.phases where !phase.isSubPhase {
      let parts = PhasePart.parts(of: phase, in: plan.source)
      let missing = context.profile.required.phaseParts.filter { !parts.contains(.init($0)) }.map(
        \.title)
      if missing.isEmpty { continue }
      findings.report(
        .phase, .missing(phase.number.label, missing), in: plan.source, at: phase.heading,
        task: context.taskNumber(of: file), phase: phase.number.label,
        lacking: phase.range, evidence: missing.joined(separator: " "))
    }
  }
}

extension String {
  fileprivate static func missing(_ phase: String, _ names: [String]) -> String {
    "phase \(phase) has no \(names.joined(separator: ", no "))"
  }
}
