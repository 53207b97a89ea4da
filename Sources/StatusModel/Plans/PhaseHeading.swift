import StatusText

/// Reads a heading as a phase's: `Phase 2: Name`, with a glyph before the word, wholly bold, `Phase 2 - Name`,
/// `Phase 2 [COMPLETED]`.
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
    while offset < text.upper, ASCII.isBlank(bytes[offset]) { offset += 1 }
    let read = bytes.withUnsafeBufferPointer {
      PhaseNumber.read(UnsafeBufferPointer(rebasing: $0[offset..<text.upper]))
    }
    guard let (number, length) = read else {
      // A colon right after the word, or a status at the end, says what the heading is meant to be.
      let startsTitle = offset < text.upper && bytes[offset] == UInt8(ascii: ":")
      guard startsTitle || marker?.status != nil else { return nil }
      self = .unreadable
      return
    }
    guard Self.endsNumber(at: offset + length, text, bytes, marker: marker) else { return nil }
    self = .phase(number, ByteRange(offset, offset + length))
  }

  private static func hasWord(at offset: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    let word: StaticString = "phase"
    guard offset + 5 <= end else { return false }
    for index in 0..<5 where ASCII.lowercased(bytes[offset + index]) != word.utf8Start[index] { return false }
    return offset + 5 == end || !ASCII.isAlphanumeric(bytes[offset + 5])
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
    case 0xE2:  // U+2013 and U+2014, the dashes
      return offset + 2 < text.upper && bytes[offset + 1] == 0x80 && 0x93...0x94 ~= bytes[offset + 2]
    default: return marker?.status != nil
    }
  }

  private static func isDecoration(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "~") || byte >= 0x80
  }
}
