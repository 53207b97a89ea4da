/// The numbers of the phases of a plan, including those in ranges.
package struct KnownPhases {
  private var numbers: Set<PhaseNumber> = []
  private var majors: Set<Int> = []

  /// The numbers `found`.
  package init(_ found: some Sequence<PhaseNumber>) {
    numbers = Set(found)
    let ranges = numbers.lazy.filter { !$0.isSubPhase }.compactMap(\.majors)
    // In order, so that ranges that overlap add each number once.
    var next = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where range.upperBound >= next {
      majors.formUnion(max(range.lowerBound, next)...range.upperBound)
      next = range.upperBound + 1
    }
  }

  /// Whether none of the phases has this number.
  package func lacks(_ number: PhaseNumber) -> Bool {
    if numbers.contains(number) { return false }
    guard !number.isSubPhase, let range = number.majors else { return true }
    return !range.allSatisfy(majors.contains)
  }
}
