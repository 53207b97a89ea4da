import StatusClaims
import StatusSyntax
import StatusText

/// A box of GSD: `[x]`.
struct GSDBox {
  /// The box with its brackets.
  let range: ByteRange
  /// What the mark says; nil if it is not one of GSD.
  let stage: Vocabulary.Stage?

  /// Takes the box at `cursor`: brackets around one character, and a blank after them.
  static func take(_ cursor: inout TextCursor) -> GSDBox? {
    let start = cursor.place
    guard cursor.byte == UInt8(ascii: "[") else { return nil }
    let close = cursor.bytes.offset(of: UInt8(ascii: "]"), from: start, to: min(start + 10, cursor.end))
    guard close < min(start + 10, cursor.end),
      close + 1 == cursor.end || ASCII.isBlank(cursor.bytes[close + 1])
    else { return nil }
    let mark = String(decoding: cursor.bytes[start + 1..<close], as: UTF8.self)
    // A digit is a footnote, a letter a name.
    guard
      mark.isEmpty
        || mark.count == 1 && (mark == "x" || mark == "X" || !mark.utf8.allSatisfy(ASCII.isAlphanumeric))
    else { return nil }
    cursor.place = close + 1
    return GSDBox(range: ByteRange(start, close + 1), stage: stages[mark])
  }

  private static let stages: [String: Vocabulary.Stage] = [
    " ": .open, "x": .done, "X": .done, "~": .active, "-": .active, "/": .active, "→": .closed, ">": .closed,
  ]
}

/// A line of a list, up to the text of the item.
struct GSDItemLine {
  /// The columns before the bullet.
  let indent: Int
  /// The box, if there is one.
  let box: GSDBox?
  /// The text after it.
  let text: ByteRange

  /// The item in `line`; nil if it is not one.
  init?(_ source: SourceText, _ line: ByteRange) {
    var cursor = TextCursor(source.bytes, line)
    cursor.skip(" \t")
    indent = cursor.place - line.lower
    guard let bullet = cursor.byte, ASCII.isOne(bullet, of: "-*+") else { return nil }
    cursor.place += 1
    guard let next = cursor.byte, ASCII.isBlank(next) else { return nil }
    cursor.skip(" \t")
    box = GSDBox.take(&cursor)
    cursor.skip(" \t")
    text = source.trimmed(cursor.rest)
  }
}

/// A field: `**Name**: value`, `Name: value`, perhaps as an item of a list.
struct GSDField {
  /// The name in lower case.
  let name: String
  /// The value, without emphasis around it.
  let value: ByteRange

  /// The field in `line`; nil if there is no name of at most forty letters before a colon.
  init?(_ source: SourceText, _ line: ByteRange) {
    var cursor = TextCursor(source.bytes, line)
    cursor.skip(" \t")
    if cursor.take("- ") || cursor.take("* ") || cursor.take("+ ") { cursor.skip(" \t") }
    cursor.skip("*_")
    let start = cursor.place
    while let byte = cursor.byte, ASCII.isAlphanumeric(byte) || ASCII.isOne(byte, of: " -_"),
      cursor.place < start + 40
    {
      cursor.place += 1
    }
    let name = source.trimmed(ByteRange(start, cursor.place), "_")
    cursor.skip("*_ ")
    guard !name.isEmpty, cursor.take(":") else { return nil }
    self.name = source.text(name).lowercased()
    value = source.trimmed(cursor.rest, "*_")
  }
}

/// The heading in a line: `## Title`.
struct GSDHeading {
  let level: Int
  /// The text, without the marks.
  let text: ByteRange

  /// The heading in `line`; nil if it is not one.
  init?(_ source: SourceText, _ line: ByteRange) {
    let marks = source.bytes[line.indices].prefix { $0 == UInt8(ascii: "#") }.count
    let end = line.lower + marks
    guard (1...6).contains(marks), end == line.upper || ASCII.isBlank(source.bytes[end]) else { return nil }
    level = marks
    text = source.trimmed(ByteRange(end, line.upper), "#")
  }
}

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
    guard let found = Self.take(&cursor) else { return nil }
    self = found
  }

  /// The fraction of plans in parentheses in `range`: `(1/2 plans complete)`.
  init?(_ source: SourceText, ofPlansIn range: ByteRange) {
    var cursor = TextCursor(source.bytes, range)
    while !cursor.isAtEnd {
      cursor.place = source.bytes.offset(of: UInt8(ascii: "("), from: cursor.place, to: range.upper) + 1
      guard cursor.place < range.upper else { return nil }
      if let found = Self.take(&cursor) {
        cursor.skip(" ")
        if cursor.take("plan") {
          self = found
          return
        }
      }
    }
    return nil
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
