import StatusDiagnostics
import StatusModel
import StatusText

/// The phases of a plan are not numbered 1, 2, 3, ….
struct PhaseNumberGap: FileRule {
  static let descriptor = RuleDescriptor(
    name: "phase-number-gap", family: .structure, severity: .warning, fix: .unsafe,
    summary: "The phases of a plan are not numbered consecutively.",
    rationale: """
      A missing number means that a phase is lost or that references to it are broken. Sub-phases (6A, 6.1) \
      are not counted, a range (0-4) counts for all its numbers, and names (CF-1) are ignored.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase «3»: Paint the wall [NOT STARTED]
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
    guard let plan = file.plan, !plan.isMalformed else { return }
    let faults = PhaseNumbering(plan, context.profile).faults
    guard !faults.isEmpty else { return }
    let task = context.directories[file.directory].number
    // One phase alone cannot be given another number: the first finding numbers them all.
    var fix = PhaseRenumbering(plan, context.profile)?.fix(.renumber, context.profile.vocabulary)
    for (index, fault) in faults {
      let phase = plan.phases[index]
      findings.report(
        .phase, message(fault, phase, context.profile), in: plan.source, at: phase.numberRange, task: task,
        phase: phase.number.label, fix: fix, evidence: plan.source.text(phase.heading))
      fix = nil
    }
  }

  private func message(_ fault: PhaseNumbering.Fault, _ phase: Phase, _ profile: Profile) -> String {
    switch fault {
    case .wrongStart(let lowest): .wrongStart(lowest, profile.firstPhaseNumbers.sorted())
    case .outOfOrder(let highest): .outOfOrder(phase.number.label, highest)
    case .missing(let numbers, let highest): .missing(numbers, phase.number.label, after: highest)
    }
  }
}

extension String {
  fileprivate static let renumber = "number the phases consecutively, and update Depends on"
  fileprivate static func wrongStart(_ first: Int, _ valid: [Int]) -> String {
    "the phases begin with \(first), not with \(valid.map(String.init).joined(separator: " or "))"
  }
  fileprivate static func outOfOrder(_ label: String, _ highest: Int) -> String {
    "phase \(label) comes after phase \(highest)"
  }
  fileprivate static func missing(_ numbers: [Int], _ label: String, after highest: Int) -> String {
    let first = numbers.first ?? 0
    let last = numbers.last ?? 0
    let lost =
      first == last
      ? "is no phase \(first)" : "are no phases \(first) \(last == first + 1 ? "and" : "to") \(last)"
    return "phase \(label) follows phase \(highest), but there \(lost)"
  }
}
