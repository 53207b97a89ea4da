import StatusText

/// A field line: `**Name**: value`, `**Name:** value` or `**Name** (remark): value`.
struct FieldLine {
  /// The length limit of a name in bytes. Longer bold text before a colon is prose.
  static let nameLimit = 80

  /// The name, without asterisks and colon; never empty, and without blanks around it.
  let name: ByteRange
  /// The text after the colon, without blanks around it.
  let value: ByteRange

  /// The field whose first asterisk is at `start`, on the line that ends at `end`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) {
    let asterisk = UInt8(ascii: "*")
    guard end - start >= 6, bytes[start] == asterisk, bytes[start + 1] == asterisk else { return nil }
    let nameStart = start + 2
    var nameEnd = nameStart
    while nameEnd < end, nameEnd - nameStart <= Self.nameLimit + 1, bytes[nameEnd] != asterisk {
      nameEnd += 1
    }
    guard nameEnd > nameStart, !ASCII.isBlank(bytes[nameStart]) else { return nil }
    guard nameEnd + 1 < end, bytes[nameEnd] == asterisk, bytes[nameEnd + 1] == asterisk else { return nil }
    var position = nameEnd + 2
    guard !ASCII.isBlank(bytes[nameEnd - 1]) else { return nil }
    if bytes[nameEnd - 1] == UInt8(ascii: ":") {
      nameEnd -= 1
      while nameEnd > nameStart, ASCII.isBlank(bytes[nameEnd - 1]) { nameEnd -= 1 }
    } else {
      guard let colon = Self.colon(bytes, from: position, to: end) else { return nil }
      position = colon + 1
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
    if bytes[position] == UInt8(ascii: ":") { return position }
    while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
    guard position < end, bytes[position] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    while position < end {
      if bytes[position] == UInt8(ascii: "(") { depth += 1 }
      if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
      position += 1
      if depth == 0 { break }
    }
    guard depth == 0, position < end, bytes[position] == UInt8(ascii: ":") else { return nil }
    return position
  }
}
