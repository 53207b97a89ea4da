/// The numbers of the phases of a plan, including those in ranges.
package struct KnownPhases {
  /// In order. A `Set` of them would cost more than a plan has phases.
  private let numbers: [PhaseNumber]
  /// The whole numbers of all phases that are not sub-phases, in order; consecutive numbers are one range.
  private var majors: [ClosedRange<Int>] = []

  /// The numbers `found`.
  package init(_ found: some Sequence<PhaseNumber>) {
    numbers = found.sorted()
    for number in numbers where !number.isSubPhase {
      guard let range = number.majors else { continue }
      if let last = majors.last, range.lowerBound <= last.upperBound + 1 {
        majors[majors.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        majors.append(range)
      }
    }
  }

  /// Whether none of the phases has this number.
  package func lacks(_ number: PhaseNumber) -> Bool {
    let place = numbers.partitioningIndex { $0 >= number }
    if place < numbers.count, numbers[place] == number { return false }
    guard !number.isSubPhase, let range = number.majors else { return true }
    let next = majors.partitioningIndex { $0.upperBound >= range.lowerBound }
    return next == majors.count || majors[next].lowerBound > range.lowerBound
      || majors[next].upperBound < range.upperBound
  }
}
