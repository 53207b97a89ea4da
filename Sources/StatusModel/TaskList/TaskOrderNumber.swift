import StatusText

/// A task's number at the beginning of a line, a cell or a part of one: `7`, `**7**`, `- #7:`, `└─ 7`, `Task 7`,
/// `[7](#7)`.
struct TaskOrderNumber {
  /// The number.
  let number: Int
  /// Its digits.
  let range: ByteRange
  /// Where what follows begins, after the emphasis and the punctuation at the number, and blanks.
  let end: Int

  /// The number at `start`, after marks; nil if none is there, or it is only a part of a word or a number.
  init?(at start: Int, _ limit: Int, _ bytes: [UInt8]) {
    let lower = Self.skipMarks(start, limit, bytes)
    var upper = lower
    while upper < limit, ASCII.isDigit(bytes[upper]) { upper += 1 }
    guard upper > lower, let number = NearTaskHeading.number(bytes[lower..<upper]) else { return nil }
    if upper < limit, ASCII.isAlphanumeric(bytes[upper]) { return nil }
    // `7` in code is a number, but more in code is an example.
    let tick = UInt8(ascii: "`")
    if bytes[start..<lower].contains(tick), upper == limit || bytes[upper] != tick { return nil }
    if upper + 1 < limit, ASCII.isOne(bytes[upper], of: "./-:"), ASCII.isDigit(bytes[upper + 1]) {
      return nil
    }
    self.number = number
    range = ByteRange(lower, upper)
    end = Self.skipClosing(upper, limit, bytes)
  }

  /// There are never more marks before a number. The limit keeps the time linear for a line full of them.
  private static let markLimit = 80

  private static func skipMarks(_ start: Int, _ limit: Int, _ bytes: [UInt8]) -> Int {
    var offset = start
    let limit = min(limit, start + markLimit)
    while offset < limit {
      let byte = bytes[offset]
      if byte >= 0x80 {
        guard let length = glyphLength(at: offset, limit, bytes) else { return offset }
        offset += length
      } else if isBox(at: offset, limit, bytes) {
        offset += 3
      } else if ASCII.isBlank(byte) || ASCII.isOne(byte, of: "*_~#([-+|`") {
        offset += 1
      } else if TaskHeading.matches("task", at: offset, limit, bytes) {
        offset += 4
      } else if let prefixed = TaskHeading.afterPrefix(offset, limit, bytes) {
        return prefixed
      } else {
        return offset
      }
    }
    return offset
  }

  private static func skipClosing(_ start: Int, _ limit: Int, _ bytes: [UInt8]) -> Int {
    var offset = start
    while offset < limit {
      let byte = bytes[offset]
      if byte >= 0x80 {
        guard let length = glyphLength(at: offset, limit, bytes) else { return offset }
        offset += length
      } else if byte == UInt8(ascii: "("), bytes[offset - 1] == UInt8(ascii: "]"),
        let close = bytes[offset..<min(limit, offset + 240)].firstIndex(of: UInt8(ascii: ")"))
      {
        offset = close + 1
      } else if ASCII.isBlank(byte) {
        return skipBlanks(offset, limit, bytes)
      } else if ASCII.isOne(byte, of: "*_~]).:-`") {
        offset += 1
      } else {
        return offset
      }
    }
    return offset
  }

  private static func skipBlanks(_ start: Int, _ limit: Int, _ bytes: [UInt8]) -> Int {
    bytes[start..<limit].firstIndex { !ASCII.isBlank($0) } ?? limit
  }

  private static func isBox(at offset: Int, _ limit: Int, _ bytes: [UInt8]) -> Bool {
    offset + 2 < limit && bytes[offset] == UInt8(ascii: "[") && bytes[offset + 2] == UInt8(ascii: "]")
      && !ASCII.isDigit(bytes[offset + 1])
  }

  /// The bytes of a glyph, a dash, a line of a drawn tree or an arrow.
  private static func glyphLength(at offset: Int, _ limit: Int, _ bytes: [UInt8]) -> Int? {
    // U+2190 to U+21FF are mathematical symbols, as which they could begin a title.
    let isArrow =
      offset + 2 < limit && bytes[offset] == 0xE2 && (0x86...0x87).contains(bytes[offset + 1])
    return isArrow ? 3 : TaskHeading.glyphLength(at: offset, limit, bytes)
  }
}
