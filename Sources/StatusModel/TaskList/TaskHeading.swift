import StatusText

/// Reads a heading as a task's: `221. Title`, `OC_514. Title`, `Task 12: Title`, `~~12.~~ Title`, with a glyph
/// before the number or the title.
struct TaskHeading {
  /// The task's number.
  let number: Int
  /// Its digits.
  let numberRange: ByteRange
  /// What follows, without blanks, glyphs, emphasis and strike-through around it.
  let title: ByteRange

  /// Nil for a heading that does not name a task. A number above 999,999,999 is not a task number.
  init?(_ text: ByteRange, in bytes: [UInt8]) {
    var offset = Self.skipDecoration(text.lower, text.upper, bytes)
    let isNamed = Self.matches("task", at: offset, text.upper, bytes)
    if isNamed {
      offset += 4
      while offset < text.upper, ASCII.isBlank(bytes[offset]) || bytes[offset] == UInt8(ascii: "#") {
        offset += 1
      }
    }
    offset = Self.afterPrefix(offset, text.upper, bytes) ?? offset
    let start = offset
    var number = 0
    while offset < text.upper, ASCII.isDigit(bytes[offset]), offset - start < 9 {
      number = number * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    guard offset > start, offset < text.upper || isNamed else { return nil }
    self.number = number
    self.numberRange = ByteRange(start, offset)
    if isNamed {
      while offset < text.upper, ASCII.isBlank(bytes[offset]) { offset += 1 }
      guard offset == text.upper || Self.separatesTitle(bytes[offset]) else { return nil }
      if offset < text.upper, bytes[offset] < 0x80 { offset += 1 }
    } else {
      guard bytes[offset] == UInt8(ascii: ".") else { return nil }
      offset += 1
      guard offset == text.upper || !ASCII.isAlphanumeric(bytes[offset]) else { return nil }
    }
    let titleStart = min(Self.skipDecoration(offset, text.upper, bytes), text.upper)
    self.title = ByteRange(titleStart, Self.trimmedEnd(text.upper, from: titleStart, bytes))
  }

  static func matches(_ word: StaticString, at offset: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    let next = offset + word.utf8CodeUnitCount
    return next < end && !ASCII.isAlphanumeric(bytes[next])
      && ASCII.begins(bytes, at: offset, before: end, with: word)
  }

  /// The place after a tracker's prefix at `start`: letters and an underscore, directly before the number; nil for
  /// none.
  static func afterPrefix(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
    var offset = start
    while offset < end, ASCII.isLetter(bytes[offset]), offset - start < 16 { offset += 1 }
    guard offset > start, offset + 1 < end, bytes[offset] == UInt8(ascii: "_"),
      ASCII.isDigit(bytes[offset + 1])
    else { return nil }
    return offset + 1
  }

  /// Passes over blanks, emphasis, strike-through and glyphs.
  static func skipDecoration(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Int {
    var offset = start
    while offset < end {
      if bytes[offset] >= 0x80 {
        guard let length = glyphLength(at: offset, end, bytes) else { return offset }
        offset += length
      } else {
        guard isDecoration(bytes[offset]) else { return offset }
        offset += 1
      }
    }
    return offset
  }

  /// The bytes of the character at `offset`, which is not ASCII; nil if words, numbers, formulas or quotations begin
  /// with it.
  static func glyphLength(at offset: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
    let text = String(decoding: bytes[offset..<min(offset + 4, end)], as: UTF8.self)
    guard let scalar = text.unicodeScalars.first else { return nil }
    switch scalar.properties.generalCategory {
    case .otherSymbol, .modifierSymbol, .nonspacingMark, .enclosingMark, .format, .spaceSeparator,
      .dashPunctuation, .otherPunctuation, .privateUse, .unassigned, .control:
      // What is no UTF-8 reads as the replacement character, which is three bytes long itself.
      return scalar == "\u{FFFD}" ? 1 : UTF8.width(scalar)
    default: return scalar.properties.isEmojiPresentation ? UTF8.width(scalar) : nil
    }
  }

  static func trimmedEnd(_ end: Int, from start: Int, _ bytes: [UInt8]) -> Int {
    var offset = end
    while offset > start, ASCII.isBlank(bytes[offset - 1]) || bytes[offset - 1] == UInt8(ascii: "~") {
      offset -= 1
    }
    return offset
  }

  static func isDecoration(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~")
  }

  private static func separatesTitle(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte >= 0x80
  }
}
