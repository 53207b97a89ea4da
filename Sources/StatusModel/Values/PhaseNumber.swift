import StatusText

/// What numbers a phase: `1`, `0`, `1.2`, `6A`, `4C-fix`, a range `0-4`, or a name such as `CF-1` or `B1`.
///
/// Two are equal when they number the same, whatever the case and the zeros before it: `6A` and `6a`, `1` and `01`.
package struct PhaseNumber: Sendable {
  /// The text as it is in the heading.
  package let label: String
  /// The whole number it begins with; nil for a name.
  package let major: Int?
  /// The last whole number of a range; nil when it is none.
  package let upper: Int?
  /// The levels below the whole number: a number as it is, a letter counted from A after all numbers.
  private let levels: [Int]
  /// The letters of a name, or the word after the hyphen, in lower case.
  private let word: String

  init(label: String, major: Int?, upper: Int? = nil, levels: [Int] = [], word: String = "") {
    self.label = label
    self.major = major
    self.upper = upper
    self.levels = levels
    self.word = word
  }

  /// Whether it numbers a part of a phase: `6B`, `6.1`, `4C-fix`. A plain number, a range and a name do not.
  package var isSubPhase: Bool { major != nil && !(levels.isEmpty && word.isEmpty) }

  /// The whole numbers it stands for: one, or those of a range; nil for a name.
  package var majors: ClosedRange<Int>? { major.map { $0...max($0, upper ?? $0) } }

  /// Whether it is a part of the phase or sub-phase `other`: `6A.1` of `6A` and of `6`, `2.1` of the range `1-3`.
  package func isPart(of other: PhaseNumber) -> Bool {
    guard let major, let whole = other.majors, whole.contains(major), isSubPhase else { return false }
    if other.levels.isEmpty, other.word.isEmpty { return true }
    let isDeeper = levels.count > other.levels.count || !word.isEmpty && other.word.isEmpty
    return isDeeper && other.word.isEmpty && levels.starts(with: other.levels)
  }

  /// The part with this number of the phase `other`, both being whole numbers: 2 of phase 1 is 1.2. Nil for others.
  func asPart(of other: PhaseNumber) -> PhaseNumber? {
    guard let major, let whole = other.major, upper == nil, other.upper == nil, !isSubPhase, !other.isSubPhase
    else { return nil }
    return PhaseNumber(label: "\(other.label).\(label)", major: whole, levels: [major])
  }

  /// The part of this whole phase that has a title in the place of a number: `1-glue-the-base`, with the first words of a
  /// long one. `use` tells apart parts with the same words. Nil for a title that begins with a number, which is that of something else, and for one without words.
  func part(titled title: ArraySlice<UInt8>, use: Int = 1) -> PhaseNumber? {
    guard let major, !isSubPhase else { return nil }
    let words = title.split { !ASCII.isAlphanumeric($0) && $0 < 0x80 }
    guard let first = words.first?.first, !ASCII.isDigit(first) else { return nil }
    let text =
      words.prefix(Self.mostWords).map { String(decoding: $0.map(ASCII.lowercased), as: UTF8.self) }
      + (use > 1 ? ["\(use)"] : [])
    let word = text.joined(separator: "-")
    return PhaseNumber(label: "\(major)-\(word)", major: major, word: word)
  }

  /// So many words of a title are enough to call a part.
  private static let mostWords = 6

  /// A level that a letter makes, `byte` being the letter; digits make at most 9999.
  static func level(ofLetter byte: UInt8) -> Int { 10_000 + Int(byte | 0x20) }
}

extension PhaseNumber: Hashable, Comparable {
  package static func == (left: PhaseNumber, right: PhaseNumber) -> Bool {
    left.major == right.major && left.upper == right.upper && left.levels == right.levels
      && left.word == right.word
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(major)
    hasher.combine(upper)
    hasher.combine(levels)
    hasher.combine(word)
  }

  /// The order in which a document has them: a phase, then its parts, then the next; names after all numbers.
  package static func < (left: PhaseNumber, right: PhaseNumber) -> Bool {
    if left.major != right.major { return left.major ?? .max < right.major ?? .max }
    // A name is ordered by its letters before its number, a number by its word last of all.
    if left.major == nil, left.word != right.word { return left.word < right.word }
    if left.levels != right.levels { return left.levels.lexicographicallyPrecedes(right.levels) }
    if left.word != right.word { return left.word < right.word }
    return left.upper ?? -1 < right.upper ?? -1
  }
}
