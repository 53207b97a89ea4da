import StatusDiagnostics
import StatusModel
import StatusText

/// A phase is completed, a part of it is not.
struct OpenSubphase: FileRule {
  static let descriptor = RuleDescriptor(
    name: "open-subphase", family: .structure, severity: .warning, fix: .none,
    summary: "A phase is completed, but one of its sub-phases is not.",
    rationale: """
      A sub-phase does not need a status, but if it has one, the status counts. An open sub-phase remains \
      to be done, so the plan and its task cannot be completed. A sub-phase that was added later is easily \
      forgotten.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Dig the pond [COMPLETED]
      - **Completed**: 2026-01-14T10:00:00Z
      #### Phase 1.1: Line the pond «[NOT STARTED]»
      ### Phase 2: Plant the reeds [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Dig the pond [COMPLETED]
      - **Completed**: 2026-01-14T10:00:00Z
      ### Phase 2: Plant the reeds [NOT STARTED]
      #### Phase 2.1: Line the pond [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, plan.phases.contains(where: { $0.parent >= 0 && $0.marker != nil }),
      let remaining = Remaining(plan, context.profile)
    else { return }
    for index in remaining.open {
      let part = plan.phases[index]
      guard part.parent >= 0, let marker = part.marker, part.status != nil,
        let whole = plan.phases[part.parent].marker, whole.status == .completed
      else { continue }
      let label = plan.phases[part.parent].number.label
      findings.report(
        .phase, .open(part.number.label, plan.source.text(marker.range), label), in: plan.source,
        at: marker.range,
        task: context.taskNumber(of: file), phase: part.number.label,
        related: [RelatedLocation(Location(path: plan.path, range: whole.range), .completed(label))],
        help: .help)
    }
  }
}

extension String {
  fileprivate static func open(_ part: String, _ marker: String, _ phase: String) -> String {
    "phase \(part) is \(marker), but phase \(phase), which contains it, is completed"
  }
  fileprivate static func completed(_ phase: String) -> String { "phase \(phase) is completed" }
  fileprivate static let help = "finish or abandon the sub-phase, or reopen the phase"
}
