/// Spaces, hyphens and dashes beyond ASCII, as rich-text editors and phones put them in: to a reader they are those of
/// the keyboard.
package enum UnicodeBlank {
  /// How many bytes the space takes that begins at `offset`, before `end`; 0 if none does. Spaces without width count.
  package static func spaceLength(at offset: Int, to end: Int, in bytes: ArraySlice<UInt8>) -> Int {
    switch bytes[offset] {
    case ASCII.space, ASCII.tab: return 1
    case 0xC2: return offset + 1 < end && bytes[offset + 1] == 0xA0 ? 2 : 0
    case 0xE1...0xEF:
      guard offset + 2 < end else { return 0 }
      return isSpace(bytes[offset], bytes[offset + 1], bytes[offset + 2]) ? 3 : 0
    default: return 0
    }
  }

  /// The first offset from `start` on, at most `end`, at which no space begins.
  package static func skip(from start: Int, to end: Int, in bytes: [UInt8]) -> Int {
    var offset = start
    while offset < end {
      let length = spaceLength(at: offset, to: end, in: bytes[...])
      if length == 0 { break }
      offset += length
    }
    return offset
  }

  /// How many bytes the hyphen takes that begins at `offset`, before `end`; 0 if none does. A dash is not a hyphen.
  package static func hyphenLength(at offset: Int, to end: Int, in bytes: ArraySlice<UInt8>) -> Int {
    if bytes[offset] == UInt8(ascii: "-") { return 1 }
    guard bytes[offset] == 0xE2, offset + 2 < end, bytes[offset + 1] == 0x80 else { return 0 }
    return 0x90...0x91 ~= bytes[offset + 2] ? 3 : 0
  }

  /// How many bytes the dash takes that begins at `offset`, before `end`, U+2013 or U+2014; 0 if none does.
  package static func dashLength(at offset: Int, to end: Int, in bytes: ArraySlice<UInt8>) -> Int {
    offset + 2 < end && isDash(bytes[offset], bytes[offset + 1], bytes[offset + 2]) ? 3 : 0
  }

  /// Whether three bytes are U+2013 or U+2014.
  package static func isDash(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    first == 0xE2 && second == 0x80 && 0x93...0x94 ~= third
  }

  private static func isSpace(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch (first, second) {
    case (0xE1, 0x9A): third == 0x80  // U+1680
    case (0xE2, 0x80): 0x80...0x8B ~= third || third == 0xAF  // U+2000 to U+200B, U+202F
    case (0xE2, 0x81): third == 0x9F || third == 0xA0  // U+205F, U+2060
    case (0xE3, 0x80): third == 0x80  // U+3000
    case (0xEF, 0xBB): third == 0xBF  // U+FEFF
    default: false
    }
  }
}
