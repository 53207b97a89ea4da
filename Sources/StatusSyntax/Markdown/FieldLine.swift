import StatusText

/// A field line: `**Name**: value`, `**Name:** value` or `**Name** (remark): value`; also with `__` for `**`, as
/// CommonMark has it, and with a full-width colon.
struct FieldLine {
  /// The length limit of a name in bytes. Longer bold text before a colon is prose.
  static let nameLimit = 80

  /// The name, without asterisks and colon; never empty, and without blanks around it.
  let name: ByteRange
  /// The text after the colon, without blanks around it.
  let value: ByteRange

  /// The field whose first asterisk or underscore is at `start`, on the line that ends at `end`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    guard end - start >= 6, Self.isMark(bytes[start]), bytes[start + 1] == bytes[start] else { return nil }
    let mark = bytes[start]
    let nameStart = start + 2
    var nameEnd = nameStart
    while nameEnd < end, nameEnd - nameStart <= Self.nameLimit + 1,
      bytes[nameEnd] != mark || mark != UInt8(ascii: "*") && nameEnd + 1 < end && bytes[nameEnd + 1] != mark
    {
      nameEnd += 1
    }
    guard nameEnd > nameStart, !ASCII.isBlank(bytes[nameStart]) else { return nil }
    guard nameEnd + 1 < end, bytes[nameEnd] == mark, bytes[nameEnd + 1] == mark else { return nil }
    var position = nameEnd + 2
    // No bold text to CommonMark, but meant as a field: `**Name **: value`.
    while nameEnd > nameStart, ASCII.isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
    if let length = Self.colonLength(bytes, endingAt: nameEnd, from: nameStart) {
      nameEnd -= length
      while nameEnd > nameStart, ASCII.isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
    } else {
      guard let colon = Self.colon(bytes, from: position, to: end) else { return nil }
      position = colon + Self.colonLength(bytes, at: colon, to: end)
    }
    guard nameEnd > nameStart, nameEnd - nameStart <= Self.nameLimit else { return nil }
    name = ByteRange(nameStart, nameEnd)
    var last = end
    while position < last, ASCII.isBlank(bytes[position]) { position += 1 }
    while last > position, ASCII.isBlank(bytes[last - 1]) { last -= 1 }
    value = ByteRange(position, last)
  }

  /// The colon at `start`, or after a remark in parentheses there.
  private static func colon(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
    var position = start
    guard position < end else { return nil }
    if colonLength(bytes, at: position, to: end) > 0 { return position }
    while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    while position < end {
      if bytes[position] == UInt8(ascii: "(") { depth += 1 }
      if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
      position += 1
      if depth == 0 { break }
    }
    guard depth == 0, position < end, colonLength(bytes, at: position, to: end) > 0 else { return nil }
    return position
  }

  /// Whether bold text can begin with `byte`.
  static func isMark(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") }

  /// How many bytes the colon at `place` has; 0 if none stands there.
  private static func colonLength(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int, to end: Int) -> Int {
    if bytes[place] == UInt8(ascii: ":") { return 1 }
    return place + 3 <= end && bytes[place] == 0xEF && bytes[place + 1] == 0xBC && bytes[place + 2] == 0x9A
      ? 3 : 0
  }

  private static func colonLength(
    _ bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int, from start: Int
  ) -> Int? {
    if end > start, bytes[end - 1] == UInt8(ascii: ":") { return 1 }
    return end - 3 > start && colonLength(bytes, at: end - 3, to: end) == 3 ? 3 : nil
  }
}
