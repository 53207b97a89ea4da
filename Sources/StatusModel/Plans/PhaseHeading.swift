import StatusText

/// Reads a heading as a phase's: `Phase 2: Name`, with a glyph before the word, wholly bold, `Phase 2 - Name`,
/// `Phase 2 [COMPLETED]`, and with a marker `Phases 1-7: [COMPLETED]`.
enum PhaseHeading {
  /// A phase with its number and the number's bytes.
  case phase(PhaseNumber, ByteRange)
  /// Meant as a phase, but its number cannot be read.
  case unreadable

  /// Nil for a heading that only begins with the word, or with another.
  init?(_ text: ByteRange, in bytes: [UInt8], marker: Marker?) {
    var offset = text.lower
    while offset < text.upper, Self.isDecoration(bytes[offset]) { offset += 1 }
    guard Self.hasWord(at: offset, text.upper, bytes) else { return nil }
    offset += 5
    let isPlural = offset < text.upper && ASCII.lowercased(bytes[offset]) == UInt8(ascii: "s")
    // Several phases in one heading are prose, unless it says how far they are.
    if isPlural {
      guard marker != nil else { return nil }
      offset += 1
    }
    offset = UnicodeBlank.skip(from: offset, to: text.upper, in: bytes)
    let (read, isList) = Self.numbers(at: offset, text, bytes, marker, isPlural: isPlural)
    guard let (number, length) = read else {
      guard isList || Self.isMeant(at: offset, text, bytes, marker: marker, isPlural: isPlural) else {
        return nil
      }
      self = .unreadable
      return
    }
    guard Self.endsNumber(at: offset + length, text, bytes, marker: marker) else { return nil }
    self = .phase(number, ByteRange(offset, offset + length))
  }

  /// The number of a part of `phase` at the beginning of a heading that does not say Phase: `1.1 Name`, `Step 1.1: Name`,
  /// `Sub-phase 1.1`, `Task 1.1`; of phase 1, `Step 1` and `1. Name` are the part 1.1, but `Task 1` may be a task of TODO.md.
  static func part(
    of phase: PhaseNumber, _ text: ByteRange, in bytes: [UInt8]
  ) -> (number: PhaseNumber, range: ByteRange)? {
    var offset = text.lower
    while offset < text.upper, isDecoration(bytes[offset]) { offset += 1 }
    let words = partWords + [taskWord]
    let word = words.firstIndex { ASCII.begins(bytes, at: offset, before: text.upper, with: $0) }
    offset += word.map { words[$0].utf8CodeUnitCount } ?? 0
    let read = bytes.withUnsafeBufferPointer {
      PhaseNumber.read(UnsafeBufferPointer(rebasing: $0[offset..<text.upper]))
    }
    guard let (number, length) = read else { return nil }
    let range = ByteRange(offset, offset + length)
    if number.isPart(of: phase) { return (number, range) }
    guard word != partWords.count, let part = number.asPart(of: phase) else { return nil }
    return (part, range)
  }

  private static let partWords: [StaticString] = ["step ", "sub-phase ", "subphase ", "sub phase ", "part "]
  private static let taskWord: StaticString = "task "

  /// The number at `offset`, and whether `Phase` has a list of numbers there: `Phase 3 & 4`.
  private static func numbers(
    at offset: Int, _ text: ByteRange, _ bytes: [UInt8], _ marker: Marker?, isPlural: Bool
  ) -> (read: (number: PhaseNumber, length: Int)?, isList: Bool) {
    bytes.withUnsafeBufferPointer {
      let rest = UnsafeBufferPointer(rebasing: $0[offset..<text.upper])
      if isPlural { return (PhaseNumber.readSeveral(rest), false) }
      guard let first = PhaseNumber.read(rest) else { return (nil, false) }
      guard let end = PhaseNumber.endOfList(rest, after: first.length),
        endsList(at: offset + end, text, bytes, marker)
      else { return (first, false) }
      return (PhaseNumber.readSeveral(rest), true)
    }
  }

  /// Whether a list of numbers ends at `end`, and is not the beginning of a title: `Phase 3, 4 tables`.
  private static func endsList(at end: Int, _ text: ByteRange, _ bytes: [UInt8], _ marker: Marker?) -> Bool {
    let next = UnicodeBlank.skip(from: end, to: text.upper, in: bytes)
    return next == text.upper || next == marker?.range.lower || bytes[next] == UInt8(ascii: "(")
      || endsNumber(at: end, text, bytes, marker: nil)
  }

  /// `Phase` or `Phases` as a word.
  private static func hasWord(at offset: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    guard ASCII.begins(bytes, at: offset, before: end, with: "phase") else { return false }
    var next = offset + 5
    if next < end, ASCII.lowercased(bytes[next]) == UInt8(ascii: "s") { next += 1 }
    return next == end || !ASCII.isAlphanumeric(bytes[next])
  }

  /// Whether a colon, a dash or the marker follows the number.
  private static func endsNumber(at end: Int, _ text: ByteRange, _ bytes: [UInt8], marker: Marker?) -> Bool {
    var offset = end
    while offset < text.upper, ASCII.isBlank(bytes[offset]) || bytes[offset] == UInt8(ascii: "*") {
      offset += 1
    }
    guard offset < text.upper else { return marker?.status != nil }
    if let marker, offset == marker.range.lower { return true }
    switch bytes[offset] {
    case UInt8(ascii: ":"), UInt8(ascii: "-"): return true
    case 0xE2: return UnicodeBlank.dashLength(at: offset, to: text.upper, in: bytes[...]) > 0
    default: return marker?.status != nil
    }
  }

  // MARK: Numbers that cannot be read

  /// Whether a heading is meant as a phase's though no number can be read at `offset`: a colon right after the word or
  /// a status in brackets says so, or what stands for the number is one in another spelling.
  private static func isMeant(
    at offset: Int, _ text: ByteRange, _ bytes: [UInt8], marker: Marker?, isPlural: Bool
  ) -> Bool {
    if isPlural {
      // Words before the status are prose: `Phases Completed: [COMPLETED]`.
      return marker?.isBracketed ?? false && marker?.status != nil && offset < text.upper
        && ASCII.isDigit(bytes[offset])
    }
    if offset < text.upper, bytes[offset] == UInt8(ascii: ":") { return true }
    if let marker, marker.status != nil, marker.form != .words { return true }
    return isOtherNumber(at: offset, text, bytes)
  }

  /// `#2`, a Roman numeral, or a number in words, before a colon, a dash or the end.
  private static func isOtherNumber(at offset: Int, _ text: ByteRange, _ bytes: [UInt8]) -> Bool {
    var start = offset
    while start < text.upper, bytes[start] == UInt8(ascii: "#") { start += 1 }
    var end = start
    while end < text.upper, ASCII.isAlphanumeric(bytes[end]) { end += 1 }
    let token = bytes[start..<end]
    guard !token.isEmpty else { return false }
    if start > offset { return token.allSatisfy(ASCII.isDigit) }
    let isRoman = token.allSatisfy { ASCII.isOne($0, of: "IVX") }
    let word = token.map(ASCII.lowercased)
    guard isRoman || numberWords.contains(where: { word.elementsEqual($0.utf8) }) else { return false }
    return endsNumber(at: end, text, bytes, marker: nil)
      || UnicodeBlank.skip(from: end, to: text.upper, in: bytes) == text.upper
  }

  /// The numbers in words.
  static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]

  private static func isDecoration(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~") || byte >= 0x80
  }
}
