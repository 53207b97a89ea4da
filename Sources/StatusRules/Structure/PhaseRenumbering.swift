import StatusDiagnostics
import StatusModel
import StatusText

/// Renumbers the phases of a plan consecutively, and updates Depends on.
struct PhaseRenumbering {
  private let plan: Plan
  /// The new number of each old one.
  private let numbers: [Int: Int]
  /// Whether phases with higher numbers are after those with lower ones.
  private let isAscending: Bool

  /// Nil where the phases are not told apart by plain numbers, or one of their parts by that of its phase.
  init?(_ plan: Plan, _ profile: Profile) {
    var numbers: [Int: Int] = [:]
    var majors: [Int] = []
    for phase in plan.phases where phase.parent < 0 {
      guard let major = phase.number.major, phase.number.upper == nil, !phase.number.isSubPhase else {
        return nil
      }
      majors.append(major)
      let mayBeFirst = profile.firstPhaseNumbers.contains(majors[0]) || plan.continuesEarlierVersion
      let first = mayBeFirst ? majors[0] : profile.firstPhaseNumbers.max() ?? 1
      guard numbers.updateValue(first + majors.count - 1, forKey: major) == nil else { return nil }
    }
    for part in plan.phases where part.parent >= 0 {
      guard part.number.isSubPhase, part.number.major.map({ numbers[$0] != nil }) ?? false else { return nil }
    }
    self.plan = plan
    self.numbers = numbers
    isAscending = zip(majors, majors.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// The fix; nil if a reference cannot be carried over, or the plan would say something else than before.
  func fix(_ description: String, _ vocabulary: StatusVocabulary) -> Fix? {
    var edits: [TextEdit] = []
    for phase in plan.phases {
      guard let edit = renumbered(phase.numberRange) else { return nil }
      edits += edit
      for field in phase.fields where field.name == .dependsOn || field.name == .dependencies {
        guard let more = references(in: field) else { return nil }
        edits += more
      }
    }
    edits.sort { $0.range < $1.range }
    guard !edits.isEmpty, saysTheSame(after: edits, vocabulary) else { return nil }
    return Fix(.unsafe, description, files: [Fix.FileEdits(path: plan.path, edits: edits)])
  }

  /// The edits that give the number at `range` its new digits; nil if it begins with none that is known.
  private func renumbered(_ range: ByteRange) -> [TextEdit]? {
    let digits = digits(at: range.lower, before: range.upper)
    guard let old = Int(plan.source.text(digits)), let new = numbers[old] else { return nil }
    return edit(digits, new)
  }

  private func edit(_ digits: ByteRange, _ new: Int) -> [TextEdit] {
    let isPadded = digits.count > 1 && plan.source.bytes[digits.lower] == UInt8(ascii: "0")
    let text = new.zeroPadded(to: isPadded ? digits.count : 1)
    return plan.source.text(digits) == text ? [] : [TextEdit(digits, with: text)]
  }

  private func digits(at start: Int, before end: Int) -> ByteRange {
    ByteRange(start, plan.source.bytes[start..<end].firstIndex { !ASCII.isDigit($0) } ?? end)
  }

  // MARK: References

  /// The edits of a Depends on; nil if it contains more than phase numbers. One without any digit says
  /// nothing that changes.
  private func references(in field: Field) -> [TextEdit]? {
    let bytes = plan.source.bytes
    guard bytes[field.region.indices].contains(where: ASCII.isDigit) else { return [] }
    guard field.region.upper <= field.valueRange.upper else { return nil }
    var edits: [TextEdit] = []
    var offset = field.valueRange.lower
    while offset < field.valueRange.upper {
      if ASCII.isDigit(bytes[offset]) {
        guard let (more, end) = number(at: offset, before: field.valueRange.upper) else { return nil }
        edits += more
        offset = end
      } else if ASCII.isLetter(bytes[offset]) {
        let rest = bytes[offset..<field.valueRange.upper]
        let word = rest.prefix { ASCII.isAlphanumeric($0) }
        guard Self.words.contains(where: { word.map(ASCII.lowercased).elementsEqual($0.utf8) }) else {
          return nil
        }
        offset = word.endIndex
      } else {
        guard Self.marks.utf8.contains(bytes[offset]) else { return nil }
        offset += 1
      }
    }
    return edits
  }

  private static let words = ["phase", "phases", "and", "or", "plus"]
  private static let marks = " \t,;&+#."

  /// The edits of a number or a range of them, and the offset after it. A part keeps what is after its phase's
  /// number.
  private func number(at start: Int, before end: Int) -> (edits: [TextEdit], end: Int)? {
    let bytes = plan.source.bytes
    let first = digits(at: start, before: end)
    guard let low = Int(plan.source.text(first)) else { return nil }
    var offset = first.upper
    if offset < end, bytes[offset] == UInt8(ascii: "-"), offset + 1 < end, ASCII.isDigit(bytes[offset + 1]) {
      let last = digits(at: offset + 1, before: end)
      guard let high = Int(plan.source.text(last)), isAscending, let new = newRange(low, high) else {
        return nil
      }
      return (edit(first, new.lowerBound) + edit(last, new.upperBound), last.upper)
    }
    guard let new = numbers[low] else { return nil }
    while offset < end, ASCII.isAlphanumeric(bytes[offset]) || bytes[offset] == UInt8(ascii: ".") {
      offset += 1
    }
    return (edit(first, new), offset)
  }

  /// The new numbers of the phases from `low` to `high`.
  private func newRange(_ low: Int, _ high: Int) -> ClosedRange<Int>? {
    let inside = numbers.filter { $0.key >= low && $0.key <= high }.values
    guard let first = inside.min(), let last = inside.max() else { return nil }
    return first...last
  }

  /// Whether the plan has the same phases with the same statuses that need the same phases after the edits.
  private func saysTheSame(after edits: [TextEdit], _ vocabulary: StatusVocabulary) -> Bool {
    guard let after = plan.edited(edits, vocabulary), after.phases.count == plan.phases.count else {
      return false
    }
    let isSame = zip(plan.phases, after.phases).allSatisfy { old, new in
      new.parent == old.parent && new.status == old.status && new.fields.count == old.fields.count
        && new.number.major == old.number.major.flatMap { numbers[$0] }
    }
    let needs = PhaseGraph(plan).nodes.map(\.needs)
    return isSame && PhaseGraph(after).nodes.map(\.needs) == needs
  }
}
