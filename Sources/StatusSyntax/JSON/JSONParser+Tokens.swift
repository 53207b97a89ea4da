import StatusText

extension JSONParser {
  /// Skips white space and, in the relaxed dialect, comments.
  mutating func skipGap() throws(JSONSyntaxError) {
    while offset < bytes.count {
      let byte = bytes[offset]
      if ASCII.isWhitespace(byte) {
        offset += 1
      } else if isRelaxed, byte == UInt8(ascii: "/"), offset + 1 < bytes.count {
        guard try skipComment() else { return }
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(JSONSyntaxError) -> Bool {
    let start = offset
    switch bytes[offset + 1] {
    case UInt8(ascii: "/"):
      while offset < bytes.count, !ASCII.isLineEnd(bytes[offset]) { offset += 1 }
      return true
    case UInt8(ascii: "*"):
      offset += 2
      while offset + 1 < bytes.count {
        if bytes[offset] == UInt8(ascii: "*"), bytes[offset + 1] == UInt8(ascii: "/") {
          offset += 2
          return true
        }
        offset += 1
      }
      throw unclosed(from: start, length: 2, expected: "'*/'")
    default:
      return false
    }
  }

  /// Reads a string including its quotes. Returns whether it contains a backslash.
  mutating func scanString() throws(JSONSyntaxError) -> Bool {
    let start = offset
    var hasEscapes = false
    offset += 1
    while true {
      skipPlainBytes()
      guard offset < bytes.count else { throw unclosed(from: start, length: 1, expected: "'\"'") }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        offset += 1
        return hasEscapes
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try scanEscape(stringStart: start)
      case 0x80...:
        let length = UTF8Validation.sequenceLength(at: offset, in: bytes)
        guard length > 0 else { throw invalidUTF8() }
        offset += length
      case ..<0x20:
        throw controlCharacter(stringStart: start)
      default:
        offset += 1
      }
    }
  }

  /// Skips plain bytes of a string, eight at a time; may stop before the last of them.
  private mutating func skipPlainBytes() {
    let memory = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    while offset + 8 <= memory.count {
      let word = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      // Sets the top bit of each byte that is below 0x20, a quote, a backslash or not ASCII. A borrow may set
      // it wrongly, but only above a byte where it is set correctly, and only the lowest one counts.
      let controls = word &- ones &* 0x20
      let quotes = (word ^ ones &* 0x22) &- ones
      let backslashes = (word ^ ones &* 0x5C) &- ones
      let stops = (controls | quotes | backslashes | word) & (ones &* 0x80)
      guard stops == 0 else {
        offset += stops.trailingZeroBitCount / 8
        return
      }
      offset += 8
    }
  }

  private mutating func scanEscape(stringStart: Int) throws(JSONSyntaxError) {
    guard offset + 1 < bytes.count else {
      offset = bytes.count
      throw unclosed(from: stringStart, length: 1, expected: "'\"'")
    }
    switch bytes[offset + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
    case UInt8(ascii: "u"):
      for place in offset + 2..<offset + 6 {
        guard place < bytes.count, Self.isHexadecimal(bytes[place]) else { throw badUnicodeEscape(at: place) }
      }
      offset += 6
    default:
      throw badEscape()
    }
  }

  /// Reads a number (RFC 8259, section 6).
  mutating func scanNumber() throws(JSONSyntaxError) {
    let start = offset
    if isNext(UInt8(ascii: "-")) { offset += 1 }
    let leading = offset
    guard skipDigits() else { throw badNumber(from: start, expected: "a digit after the minus sign") }
    if bytes[leading] == UInt8(ascii: "0"), offset > leading + 1 { throw leadingZero(from: start) }
    if isNext(UInt8(ascii: ".")) {
      offset += 1
      guard skipDigits() else { throw badNumber(from: start, expected: "a digit after the decimal point") }
    }
    if isNext(UInt8(ascii: "e")) || isNext(UInt8(ascii: "E")) {
      offset += 1
      if isNext(UInt8(ascii: "+")) || isNext(UInt8(ascii: "-")) { offset += 1 }
      guard skipDigits() else { throw badNumber(from: start, expected: "a digit in the exponent") }
    }
  }

  private mutating func skipDigits() -> Bool {
    let start = offset
    while offset < bytes.count, ASCII.isDigit(bytes[offset]) { offset += 1 }
    return offset > start
  }

  /// Reads `true`, `false` or `null`. A longer word with this beginning is a different word.
  mutating func scanLiteral(
    _ literal: StaticString, _ kind: JSONTree.Kind, orElse expected: StaticString
  ) throws(JSONSyntaxError) -> JSONTree.Kind {
    let count = literal.utf8CodeUnitCount
    let word = wordRange(at: offset)
    let isSame = literal.withUTF8Buffer { literal in
      word.count == count && bytes[word.indices].elementsEqual(literal)
    }
    guard isSame else { throw unexpected(expected: expected.description) }
    offset += count
    return kind
  }

  /// The letters, digits, `_` and `$` from `start`.
  func wordRange(at start: Int) -> ByteRange {
    var end = start
    while end < bytes.count, ASCII.isAlphanumeric(bytes[end]) || bytes[end] == 0x5F || bytes[end] == 0x24 {
      end += 1
    }
    return ByteRange(start, end)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
