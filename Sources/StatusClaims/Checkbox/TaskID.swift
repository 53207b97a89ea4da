import StatusText

/// The id at the beginning of a task's text.
struct TaskID {
  /// The id in its normal form: without emphasis, and without a dot or parenthesis at its end.
  let text: String
  /// Whether `*` follows it.
  let isOptional: Bool
  /// Where the text of the task begins.
  let end: Int

  /// The id that begins in `range`, after emphasis; nil without one.
  init?(_ bytes: [UInt8], _ range: ByteRange, _ ids: CheckboxDialect.Ids) {
    var place = range.lower
    while place < range.upper, ASCII.isBlank(bytes[place]) || ASCII.isOne(bytes[place], of: "*_~`") {
      place += 1
    }
    let end =
      switch ids {
      case .tasks: Self.taskEnd(bytes, place, range.upper)
      case .hashed: Self.hashedEnd(bytes, place, range.upper)
      case .dotted, .dottedOrBare: Self.dottedEnd(bytes, place, range.upper, ids)
      }
    guard let end else { return nil }
    text = String(decoding: bytes[place..<end], as: UTF8.self)
    var after = end
    if after < range.upper, ASCII.isOne(bytes[after], of: ".)") { after += 1 }
    let star = after < range.upper && bytes[after] == UInt8(ascii: "*")
    let isEmphasis = star && after + 1 < range.upper && bytes[after + 1] == UInt8(ascii: "*")
    isOptional = star && !isEmphasis && range.lower == place
    while after < range.upper, ASCII.isOne(bytes[after], of: "*_`:") || ASCII.isBlank(bytes[after]) {
      after += 1
    }
    self.end = after
  }

  /// `T012`, with letters, primes and a suffix in capitals.
  private static func taskEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    guard start < limit, bytes[start] == UInt8(ascii: "T") else { return nil }
    var end = start + 1
    while end < limit, ASCII.isDigit(bytes[end]) { end += 1 }
    guard end >= start + 3 else { return nil }
    while end < limit, ASCII.isLetter(bytes[end]), bytes[end] & 0x20 != 0 { end += 1 }
    if end + 1 < limit, bytes[end] == UInt8(ascii: "-"), ASCII.isLetter(bytes[end + 1]),
      bytes[end + 1] & 0x20 == 0, !isTask(bytes, end + 1, limit)
    {
      end += 1
      while end < limit, ASCII.isAlphanumeric(bytes[end]) { end += 1 }
    }
    while end < limit, bytes[end] == UInt8(ascii: "'") { end += 1 }
    return end == limit || !ASCII.isAlphanumeric(bytes[end]) ? end : nil
  }

  /// `#1`.
  private static func hashedEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Int? {
    guard start < limit, bytes[start] == UInt8(ascii: "#") else { return nil }
    let digits = bytes[(start + 1)..<limit].prefix(while: ASCII.isDigit)
    return digits.isEmpty ? nil : digits.endIndex
  }

  /// Whether another id is there: `T004-T006` is a range.
  private static func isTask(_ bytes: [UInt8], _ start: Int, _ limit: Int) -> Bool {
    bytes[start] == UInt8(ascii: "T") && start + 1 < limit && ASCII.isDigit(bytes[start + 1])
  }

  /// `1.2`, `1.2a`, `1.`: a number without a dot needs one after it, or a parenthesis.
  private static func dottedEnd(_ bytes: [UInt8], _ start: Int, _ limit: Int, _ ids: CheckboxDialect.Ids)
    -> Int?
  {
    var end = start
    if ids == .dottedOrBare, end + 2 < limit, bytes[end] & 0x20 == 0, ASCII.isLetter(bytes[end]),
      bytes[end + 1] == UInt8(ascii: "-"),
      ASCII.isDigit(bytes[end + 2])
    {
      end += 2
    }
    var parts = 0
    while end < limit, ASCII.isDigit(bytes[end]) {
      while end < limit, ASCII.isDigit(bytes[end]) { end += 1 }
      parts += 1
      guard end + 1 < limit, bytes[end] == UInt8(ascii: "."), ASCII.isDigit(bytes[end + 1]) else { break }
      end += 1
    }
    guard parts > 0 else { return nil }
    if end < limit, ASCII.isLetter(bytes[end]), bytes[end] & 0x20 != 0 {
      // A letter, not a word.
      guard end + 1 == limit || !ASCII.isAlphanumeric(bytes[end + 1]) else { return nil }
      end += 1
    }
    if end == limit { return parts > 1 || ids == .dottedOrBare ? end : nil }
    let next = bytes[end]
    if parts > 1 || ids == .dottedOrBare {
      return ASCII.isWhitespace(next) || ASCII.isOne(next, of: ".):*_`~") ? end : nil
    }
    guard ASCII.isOne(next, of: ".)") else { return nil }
    return end + 1 == limit || ASCII.isWhitespace(bytes[end + 1]) || ASCII.isOne(bytes[end + 1], of: "*_`")
      ? end : nil
  }
}
