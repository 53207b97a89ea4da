import StatusClaims
import StatusText

/// A fraction: `2/3`, `0/TBD`, `0/?`.
struct GSDFraction {
  /// All of it.
  let range: ByteRange
  let done: Int
  /// Nil if it is left open.
  let total: Int?

  /// Takes the fraction at `cursor`.
  static func take(_ cursor: inout TextCursor) -> GSDFraction? {
    var ahead = cursor
    let start = ahead.place
    guard let done = ahead.number(), let count = number(ahead.bytes, done) else { return nil }
    ahead.skip(" ")
    guard ahead.take("/") else { return nil }
    ahead.skip(" ")
    var total: Int?
    if let digits = ahead.number() {
      total = number(ahead.bytes, digits)
    } else if !(ahead.takeWord("tbd") || ahead.take("?") || ahead.takeDash()) {
      return nil
    }
    cursor = ahead
    return GSDFraction(range: ByteRange(start, ahead.place), done: count, total: total)
  }

  /// The fraction that the text in `range` begins with, after emphasis.
  init?(_ source: SourceText, leading range: ByteRange) {
    var cursor = TextCursor(source.bytes, range)
    cursor.skipDecoration()
    guard let found = Self.take(&cursor), !Self.isOfWriting(cursor) else { return nil }
    self = found
  }

  /// The fraction of plans in parentheses in `range`: `(1/2 plans complete)`.
  init?(_ source: SourceText, ofPlansIn range: ByteRange) {
    var cursor = TextCursor(source.bytes, range)
    while !cursor.isAtEnd {
      cursor.place = source.bytes.offset(of: UInt8(ascii: "("), from: cursor.place, to: range.upper) + 1
      guard cursor.place < range.upper else { return nil }
      cursor.skip("*_")
      if let found = Self.take(&cursor), !Self.isOfWriting(cursor) {
        cursor.skip(" ")
        if cursor.take("plan") {
          self = found
          return
        }
      }
    }
    return nil
  }

  /// Whether the words after a fraction say how many plans were written, and not how many are done: `2/2 plans created`.
  private static func isOfWriting(_ rest: TextCursor) -> Bool {
    var ahead = rest
    ahead.skip(" *_")
    guard ahead.takeWord("plans") || ahead.takeWord("plan") else { return false }
    ahead.skip(" ")
    return ["created", "planned", "written", "drafted", "defined"].contains { ahead.takeWord($0) }
  }

  private init(range: ByteRange, done: Int, total: Int?) {
    self.range = range
    self.done = done
    self.total = total
  }

  private static func number(_ bytes: [UInt8], _ range: ByteRange) -> Int? {
    Int(String(decoding: bytes[range.indices], as: UTF8.self))
  }
}
