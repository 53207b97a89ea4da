import StatusText

/// Reads a heading that is nearly a task's: `#7. Title`, `7) Title`, `7 - Title`, `7\. Title`, `[7] Title`, `7 Title`.
/// Only what is below it tells whether it is meant as one.
struct NearTaskHeading {
  /// The highest number that a task can have.
  static let highestNumber = 999_999_999

  /// The task's number; nil if it is above the highest.
  let number: Int?
  /// Its digits.
  let numberRange: ByteRange
  /// What follows the number and the marks after it.
  let title: ByteRange

  /// Nil for a heading whose number, if it has one, is not a task's: `1.2 Scope`, `2025-12-28`, `100% done`, `3rd try`.
  init?(_ text: ByteRange, in bytes: [UInt8]) {
    let start = Self.skipOpening(text.lower, text.upper, bytes)
    var end = start
    while end < text.upper, ASCII.isDigit(bytes[end]) { end += 1 }
    guard end > start, let titleStart = Self.skipClosing(end, text.upper, bytes) else { return nil }
    numberRange = ByteRange(start, end)
    number = Self.number(bytes[start..<end])
    title = ByteRange(titleStart, TaskHeading.trimmedEnd(text.upper, from: titleStart, bytes))
  }

  /// The number that `digits` spell; nil if it is above the highest.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    let digits = digits.drop { $0 == UInt8(ascii: "0") }
    guard digits.count <= 9 else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  // MARK: Before the number

  /// Passes over marks, glyphs, a check box or a status in brackets, and a word that says that a number follows.
  private static func skipOpening(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var offset = start
    var hasWord = false
    while offset < end {
      let byte = bytes[offset]
      if byte >= 0x80 {
        guard let length = TaskHeading.glyphLength(at: offset, end, bytes) else { return offset }
        offset += length
      } else if byte == UInt8(ascii: "[") {
        offset = skipBracket(offset, end, bytes)
      } else if isMark(byte) {
        offset += 1
      } else if !hasWord, let word = wordEnd(offset, end, bytes) {
        hasWord = true
        offset = word
      } else {
        return offset
      }
    }
    return offset
  }

  /// Passes over `[`, and over all of a bracket that does not hold the number.
  private static func skipBracket(_ open: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var inner = open + 1
    while inner < end, isMark(bytes[inner]) { inner += 1 }
    if inner < end, ASCII.isDigit(bytes[inner]) { return inner }
    guard let close = bytes[open..<end].firstIndex(of: UInt8(ascii: "]")) else { return open + 1 }
    return close + 1
  }

  private static let words: [StaticString] = ["tasks", "task", "todo", "number", "no", "nr"]

  /// The end of a word before the number, and of what joins them: `Task-`, `No. `; or of a tracker's prefix, `OC_`.
  private static func wordEnd(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
    if let word = words.first(where: { begins($0, at: start, end, bytes) }) {
      var offset = start + word.utf8CodeUnitCount
      while offset < end, isMark(bytes[offset]) || isJoint(bytes[offset]) { offset += 1 }
      return offset
    }
    return TaskHeading.afterPrefix(start, end, bytes)
  }

  private static func begins(_ word: StaticString, at offset: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    let next = offset + word.utf8CodeUnitCount
    return next < end && !ASCII.isLetter(bytes[next])
      && ASCII.begins(bytes, at: offset, before: end, with: word)
  }

  // MARK: After the number

  /// Passes over the marks between number and title; nil if they say that the number is not a task's.
  private static func skipClosing(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
    guard start < end else { return end }
    if ASCII.isAlphanumeric(bytes[start]) { return nil }
    // 1.2, 7-8, 7:30, 1,000
    if isJoint(bytes[start]), start + 1 < end, ASCII.isDigit(bytes[start + 1]) { return nil }
    var offset = start
    var hasDash = false
    while offset < end {
      let byte = bytes[offset]
      if byte >= 0x80 {
        guard let length = TaskHeading.glyphLength(at: offset, end, bytes) else { break }
        offset += length
      } else if byte == UInt8(ascii: "#") || !(isMark(byte) || isClosing(byte)) {
        break
      } else if byte == UInt8(ascii: "("), offset > start {
        break
      } else {
        hasDash = hasDash || byte == UInt8(ascii: "-")
        offset += 1
      }
    }
    guard offset < end else { return end }
    // 100%, 7/8; 2025 - 2026
    if offset == start || hasDash && ASCII.isDigit(bytes[offset]) { return nil }
    return offset
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "*"), UInt8(ascii: "~"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\\"),
      UInt8(ascii: "#"), UInt8(ascii: "("), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
      true
    default: ASCII.isBlank(byte)
    }
  }

  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ",")
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    isJoint(byte) || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: ";")
  }
}
