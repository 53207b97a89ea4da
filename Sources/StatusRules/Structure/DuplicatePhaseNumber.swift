import StatusDiagnostics
import StatusModel
import StatusText

/// Two phases of a plan have the same number.
struct DuplicatePhaseNumber: FileRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-phase-number", family: .structure, severity: .error, fix: .none,
    summary: "Two phases of a plan, or two sub-phases of a phase, have the same number.",
    rationale: """
      An update identifies a phase by its number. With a duplicate it may mark the wrong phase.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase «1»: Paint the wall [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ])

  /// A phase's number among those that are parts of the same phase.
  private struct Place: Hashable {
    let parent: Int
    let number: PhaseNumber
  }

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  /// Whether each number is above the one before it, as nearly everywhere: then none is duplicated.
  private func isAscending(_ phases: [Phase]) -> Bool {
    phases.indices.dropFirst().allSatisfy { phases[$0 - 1].number < phases[$0].number }
      && phases.allSatisfy { $0.number.upper == nil }
  }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, !isAscending(plan.phases) else { return }
    var first: [Place: Int] = [:]
    first.reserveCapacity(plan.phases.count)
    // The main phase that each whole number belongs to: a range has several.
    var owners: [Int: Int] = [:]
    for (index, phase) in plan.phases.enumerated() {
      let place = Place(parent: phase.parent, number: phase.number)
      let owner = phase.isSubPhase ? nil : owner(of: phase, index, &owners)
      guard let earlier = (first[place] ?? owner).map({ plan.phases[$0] }) else {
        first[place] = index
        continue
      }
      findings.report(
        .phase, .duplicate(earlier.number.label), in: plan.source, at: phase.numberRange,
        task: context.directories[file.directory].number, phase: phase.number.label,
        related: [
          RelatedLocation(
            Location(path: plan.path, range: earlier.numberRange), .first(plan.source.text(earlier.heading)))
        ],
        help: .help, evidence: plan.source.text(phase.heading))
    }
  }

  /// The earlier phase that has one of the numbers of `phase`; where there is none, they are its own.
  private func owner(of phase: Phase, _ index: Int, _ owners: inout [Int: Int]) -> Int? {
    guard let majors = phase.number.majors else { return nil }
    for number in majors {
      if let owner = owners[number] { return owner == index ? nil : owner }
      owners[number] = index
    }
    return nil
  }
}

extension String {
  fileprivate static func duplicate(_ label: String) -> String {
    "the plan already has a phase \(label)"
  }
  fileprivate static func first(_ heading: String) -> String { "the first is \"\(heading.prefix(120))\"" }
  fileprivate static let help = "use a different number for each phase"
}
