import StatusDiagnostics
import StatusModel
import StatusText

/// The phases of a plan are not numbered 1, 2, 3, ….
struct PhaseNumberGap: FileRule {
  static let descriptor = RuleDescriptor(
    name: "phase-number-gap", family: .structure, severity: .warning, fix: .unsafe,
    summary: "The phases of a plan are not numbered one after another from the first number on.",
    rationale: """
      A missing number is a phase that was lost, or a reference that leads nowhere. Parts of a phase (6A, 6.1) do not \
      count, a range (0-4) counts for all its numbers, and names (CF-1) are outside the count.
      """,
    bad: """
      ### Phase 1: Empty the shelves [COMPLETED]
      ### Phase 3: Paint the wall [NOT STARTED]
      """,
    good: """
      ### Phase 1: Empty the shelves [COMPLETED]
      ### Phase 2: Paint the wall [NOT STARTED]
      """)

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    guard let plan = file.plan, !plan.isMalformed, !isInOrder(plan, workspace.profile) else { return }
    let task = workspace.directories[file.directory].number
    let counted = countedPhases(plan)
    guard let lowest = counted.map(\.majors.lowerBound).min() else { return }
    let isPresent = presence(counted)
    // One phase alone cannot be given another number: the first finding numbers them all.
    var fix = PhaseRenumbering(plan, workspace.profile)?.fix(.renumber, workspace.profile.vocabulary)
    var highest = -1
    for (index, majors) in counted {
      let phase = plan.phases[index]
      let message: String?
      if highest < 0 {
        let isFirst = workspace.profile.firstPhaseNumbers.contains(lowest) || plan.continuesEarlierVersion
        message = isFirst ? nil : .wrongStart(lowest, workspace.profile.firstPhaseNumbers.sorted())
      } else if majors.upperBound < highest {
        message = .outOfOrder(phase.number.label, highest)
      } else {
        let between = highest + 1..<max(highest + 1, majors.lowerBound)
        let missing = between.filter { !isPresent[$0] }
        message = missing.isEmpty ? nil : .missing(missing, phase.number.label, after: highest)
      }
      if let message {
        findings.report(
          .phase, message, in: plan.source, at: phase.numberRange, task: task, phase: phase.number.label,
          fix: fix, evidence: plan.source.text(phase.heading))
        fix = nil
      }
      highest = max(highest, majors.upperBound)
    }
  }

  /// Whether each number, up to the highest, is one of a counted phase. Ranges may overlap, so their ends are counted.
  private func presence(_ counted: [(index: Int, majors: ClosedRange<Int>)]) -> [Bool] {
    var changes = [Int](repeating: 0, count: (counted.map(\.majors.upperBound).max() ?? 0) + 2)
    for (_, majors) in counted {
      changes[majors.lowerBound] += 1
      changes[majors.upperBound + 1] -= 1
    }
    var open = 0
    return changes.map { change in
      open += change
      return open > 0
    }
  }

  /// Whether plain numbers follow one another, as in nearly every plan.
  private func isInOrder(_ plan: Plan, _ profile: Profile) -> Bool {
    var expected: Int?
    for phase in plan.phases where !phase.isSubPhase {
      guard let major = phase.number.major else { return false }
      if let expected, major != expected { return false }
      if expected == nil, !profile.firstPhaseNumbers.contains(major), !plan.continuesEarlierVersion {
        return false
      }
      expected = (phase.number.upper ?? major) + 1
    }
    return true
  }

  /// The phases that count, with their numbers: each number once, where it stands first. A part of a phase that has
  /// no heading of its own counts for it.
  private func countedPhases(_ plan: Plan) -> [(index: Int, majors: ClosedRange<Int>)] {
    let whole = Set(plan.phases.lazy.filter { !$0.isSubPhase }.compactMap(\.number.major))
    var seen: Set<Int> = []
    var counted: [(index: Int, majors: ClosedRange<Int>)] = []
    for (index, phase) in plan.phases.enumerated() where phase.parent < 0 {
      guard let majors = phase.number.majors, !phase.number.isSubPhase || !whole.contains(majors.lowerBound),
        seen.insert(majors.lowerBound).inserted
      else { continue }
      counted.append((index, majors))
    }
    return counted
  }
}

extension String {
  fileprivate static let renumber = "number the phases one after another, and what Depends on names with them"
  fileprivate static func wrongStart(_ first: Int, _ valid: [Int]) -> String {
    "the phases begin with \(first): the first is number \(valid.map(String.init).joined(separator: " or "))"
  }
  fileprivate static func outOfOrder(_ label: String, _ highest: Int) -> String {
    "phase \(label) stands behind phase \(highest): number the phases in their order"
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
