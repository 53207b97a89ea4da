import StatusText

/// Complete tags, which begin an HTML block of kind 7 (CommonMark 6.6).
extension HTMLBlock {
  /// The offset after the `>` of a closing tag whose name ends at `start`.
  static func endOfClosingTag(_ line: LineCursor, from start: Int) -> Int? {
    let position = skipSpaces(line, start)
    return line.byte(at: position) == UInt8(ascii: ">") ? position + 1 : nil
  }

  /// The offset after the `>` of an open tag whose name ends at `start`.
  static func endOfOpenTag(_ line: LineCursor, from start: Int) -> Int? {
    var position = start
    while true {
      let next = skipSpaces(line, position)
      guard next > position, isNameStart(line.byte(at: next)) else {
        position = next
        break
      }
      guard let end = endOfAttribute(line, from: next) else { return nil }
      position = end
    }
    if line.byte(at: position) == UInt8(ascii: "/") { position += 1 }
    return line.byte(at: position) == UInt8(ascii: ">") ? position + 1 : nil
  }

  private static func endOfAttribute(_ line: LineCursor, from start: Int) -> Int? {
    var position = start + 1
    while isNamePart(line.byte(at: position)) { position += 1 }
    let equals = skipSpaces(line, position)
    guard line.byte(at: equals) == UInt8(ascii: "=") else { return position }
    let value = skipSpaces(line, equals + 1)
    let quote = line.byte(at: value)
    position = value
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      position += 1
      while position < line.end, line.bytes[position] != quote { position += 1 }
      return position < line.end ? position + 1 : nil
    }
    while isUnquoted(line.byte(at: position)) { position += 1 }
    return position > value ? position : nil
  }

  /// The first byte from `start` that is not a space. It stops at a line ending, which is followed by another
  /// line.
  private static func skipSpaces(_ line: LineCursor, _ start: Int) -> Int {
    var position = start
    while position < line.end, ASCII.isSpace(line.bytes[position]) { position += 1 }
    return position
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
  }

  private static func isNamePart(_ byte: UInt8) -> Bool {
    isNameStart(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
  }

  private static func isUnquoted(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "`"):
      false
    default: !ASCII.isSpace(byte)
    }
  }
}
