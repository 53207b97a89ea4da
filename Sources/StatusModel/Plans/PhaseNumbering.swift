/// Whether the phases of a plan are numbered one after another: the one judgment of `check`, which reports it, and of
/// `update`, which marks phases by their numbers.
///
/// Parts of a phase (6A, 6.1) do not count, a range (0-4) counts for all its numbers, and names (CF-1) are outside the
/// count.
package struct PhaseNumbering {
  /// What is wrong with the number of a phase.
  package enum Fault {
    /// It is the lowest, and not one that phases begin with.
    case wrongStart(Int)
    /// It follows a phase with that higher number.
    case outOfOrder(Int)
    /// Between it and the phase with the number `after` are numbers that no phase has.
    case missing([Int], after: Int)
  }

  /// The phases whose number is wrong, as indices of the plan's phases, in order.
  package let faults: [(phase: Int, fault: Fault)]

  /// The numbering of `plan`.
  package init(_ plan: Plan, _ profile: Profile) {
    faults = Self.faults(of: plan, profile)
  }

  private static func faults(of plan: Plan, _ profile: Profile) -> [(phase: Int, fault: Fault)] {
    let counted = countedPhases(plan)
    guard let lowest = counted.lazy.map(\.majors.lowerBound).min() else { return [] }
    let isPresent = presence(counted)
    var faults: [(phase: Int, fault: Fault)] = []
    var highest = -1
    for (index, majors) in counted {
      if highest < 0 {
        if !mayBegin(plan, with: lowest, profile) { faults.append((index, .wrongStart(lowest))) }
      } else if majors.upperBound < highest {
        faults.append((index, .outOfOrder(highest)))
      } else {
        let between = highest + 1..<max(highest + 1, majors.lowerBound)
        let missing = between.filter { !isPresent[$0] }
        if !missing.isEmpty { faults.append((index, .missing(missing, after: highest))) }
      }
      highest = max(highest, majors.upperBound)
    }
    return faults
  }

  private static func mayBegin(_ plan: Plan, with number: Int, _ profile: Profile) -> Bool {
    profile.firstPhaseNumbers.contains(number) || plan.continuesEarlierVersion
  }

  /// Whether each number, up to the highest, is one of a counted phase. Ranges may overlap, so their ends are counted.
  private static func presence(_ counted: [(index: Int, majors: ClosedRange<Int>)]) -> [Bool] {
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

  /// The phases that count, with their numbers: each number once, where it is first. A part of a phase that has
  /// no heading of its own counts for it.
  private static func countedPhases(_ plan: Plan) -> [(index: Int, majors: ClosedRange<Int>)] {
    // A list by number, since numbers are small.
    var isTaken = [Bool](
      repeating: false, count: (plan.phases.lazy.compactMap(\.number.major).max() ?? 0) + 1)
    let isWhole = plan.phases.reduce(into: isTaken) { isWhole, phase in
      if !phase.isSubPhase, let major = phase.number.major { isWhole[major] = true }
    }
    var counted: [(index: Int, majors: ClosedRange<Int>)] = []
    for (index, phase) in plan.phases.enumerated() where phase.parent < 0 {
      guard let majors = phase.number.majors, !phase.number.isSubPhase || !isWhole[majors.lowerBound],
        !isTaken[majors.lowerBound]
      else { continue }
      isTaken[majors.lowerBound] = true
      counted.append((index, majors))
    }
    return counted
  }
}
