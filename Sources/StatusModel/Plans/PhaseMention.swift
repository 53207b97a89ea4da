import StatusText

/// The first place of a text that names a phase by its number, in whatever form: `Phase3`, `(Optional) Phase 3`,
/// ``\`Phase 3\` ``, `Phases three to five`.
struct PhaseMention {
  /// The number; nil if it is in words.
  let number: PhaseNumber?
  /// From the word to the end of the number.
  let place: ByteRange
  /// Whether the text begins with it.
  let isLeading: Bool
  /// Whether it says `Phases`.
  let isPlural: Bool

  /// Nil for a text that names no phase.
  init?(_ text: ByteRange, in bytes: [UInt8]) {
    var start = text.lower
    while let offset = Self.firstWord(in: ByteRange(start, text.upper), of: bytes) {
      if let mention = Self.mention(at: offset, text, bytes) {
        self = mention
        return
      }
      start = offset + 1
    }
    return nil
  }

  /// Where the letters of `phase` are in `text` for the first time; nil for nearly every text.
  static func firstWord(in text: ByteRange, of bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = text.lower
      while offset + 5 <= text.upper {
        if ASCII.lowercased(buffer[offset]) == UInt8(ascii: "p"),
          ASCII.begins(bytes, at: offset, before: text.upper, with: "phase")
        {
          return offset
        }
        offset += 1
      }
      return nil
    }
  }

  private init(number: PhaseNumber?, place: ByteRange, isLeading: Bool, isPlural: Bool) {
    self.number = number
    self.place = place
    self.isLeading = isLeading
    self.isPlural = isPlural
  }

  private static func mention(at start: Int, _ text: ByteRange, _ bytes: [UInt8]) -> PhaseMention? {
    var offset = start + 5
    guard start == text.lower || !ASCII.isAlphanumeric(bytes[start - 1]), offset < text.upper else {
      return nil
    }
    let isPlural = ASCII.lowercased(bytes[offset]) == UInt8(ascii: "s")
    if isPlural { offset += 1 }
    while offset < text.upper, isBetween(bytes[offset]) { offset += 1 }
    guard offset < text.upper else { return nil }
    if ASCII.isDigit(bytes[offset]) {
      let read = bytes.withUnsafeBufferPointer {
        PhaseNumber.read(UnsafeBufferPointer(rebasing: $0[offset..<text.upper]))
      }
      return PhaseMention(
        number: read?.number, place: ByteRange(start, offset + (read?.length ?? 0)),
        isLeading: isLead(text.lower, start, bytes), isPlural: isPlural)
    }
    let token = bytes[offset..<text.upper].prefix { ASCII.isAlphanumeric($0) }.map(ASCII.lowercased)
    guard PhaseHeading.numberWords.contains(where: { token.elementsEqual($0.utf8) }) else { return nil }
    return PhaseMention(
      number: nil, place: ByteRange(start, offset + token.count),
      isLeading: isLead(text.lower, start, bytes), isPlural: isPlural)
  }

  /// Whether nothing but signs and glyphs stand from `start` to `end`.
  private static func isLead(_ start: Int, _ end: Int, _ bytes: [UInt8]) -> Bool {
    bytes[start..<end].allSatisfy { isBetween($0) || $0 >= 0x80 }
  }

  /// Whether a sign may stand before the word, or between it and the number.
  private static func isBetween(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isOne(byte, of: "#*_`~\\[(")
  }
}
