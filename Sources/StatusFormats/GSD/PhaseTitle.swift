import StatusClaims
import StatusText

/// The number and title of a phase in the text of a heading or item: `Phase 2.1: Sensor gap (INSERTED)`.
struct PhaseTitle {
  let number: GSDNumber
  let title: ByteRange
  /// What follows the title.
  let rest: ByteRange
  let isStruck: Bool
  /// Whether a heading says that the phase is done.
  var isMarkedDone = false

  /// The phase of an item.
  init?(item text: ByteRange, in source: SourceText, code: String?) {
    guard let start = Self.number(text, source, code) else { return nil }
    (number, isStruck) = (start.number, start.isStruck)
    var cursor = start.cursor
    // A bold title ends with its emphasis, another one with a dash or a parenthesis.
    let close = start.isBold ? Self.boldEnd(cursor) : nil
    cursor.skip(" \t:")
    if !start.isBold || close == nil { _ = Self.takeDashes(&cursor) }
    let first = cursor.place
    let end = close ?? Self.plainEnd(cursor)
    title = source.trimmed(ByteRange(first, max(first, end)), "*_~:")
    rest = ByteRange(max(first, end), text.upper)
  }

  /// The phase of a heading.
  init?(heading text: ByteRange, in source: SourceText, code: String?) {
    guard let start = Self.number(text, source, code) else { return nil }
    (number, isStruck) = (start.number, start.isStruck)
    var cursor = start.cursor
    cursor.skip(" \t:*_")
    _ = Self.takeDashes(&cursor)
    let first = cursor.place
    var end = text.upper
    isMarkedDone = source.text(text).contains(text: "✅")
    var place = first
    while place < text.upper {
      var ahead = TextCursor(source.bytes, ByteRange(place, text.upper))
      let isDash = place > first && ASCII.isBlank(source.bytes[place - 1]) && Self.takeDashes(&ahead)
      if isDash || ahead.take("(") || ahead.take("[") {
        ahead.skip(" *_")
        if GSDStatus.read(source, ahead.rest) == .stage(.done) {
          isMarkedDone = true
          end = min(end, place)
        }
        if !isDash { end = min(end, place) }
      }
      place += 1
    }
    title = source.trimmed(ByteRange(first, end), "*_~")
    rest = ByteRange(end, text.upper)
  }

  private struct Start {
    let number: GSDNumber
    let cursor: TextCursor
    let isBold: Bool
    let isStruck: Bool
  }

  /// The number at the beginning of `text`, after the word "Phase".
  private static func number(_ text: ByteRange, _ source: SourceText, _ code: String?) -> Start? {
    var cursor = TextCursor(source.bytes, text)
    cursor.skipDecoration()
    if cursor.byte == UInt8(ascii: "[") {
      // A link, or the code of the project.
      var ahead = cursor
      ahead.place += 1
      ahead.skip("*_")
      if ahead.take("phase ") { cursor.place += 1 }
    }
    cursor.skip("*_")
    let opening = source.bytes[text.lower..<cursor.place]
    guard cursor.take("phase") else { return nil }
    cursor.skip(" \t")
    guard let number = GSDNumber.take(&cursor, code: code) else { return nil }
    let isBold = opening.contains { ASCII.isOne($0, of: "*_") }
    guard goesOn(cursor, isBold) else { return nil }
    return Start(
      number: number, cursor: cursor, isBold: isBold, isStruck: opening.contains(UInt8(ascii: "~")))
  }

  /// Whether a title may follow: not prose, and not a range.
  private static func goesOn(_ cursor: TextCursor, _ isBold: Bool) -> Bool {
    var cursor = cursor
    let start = cursor.place
    if cursor.takeDash(), let byte = cursor.byte, ASCII.isDigit(byte) { return false }
    cursor.place = start
    cursor.skip(" \t")
    guard let byte = cursor.byte, ASCII.isAlphanumeric(byte) else {
      return !(cursor.byte.map { ASCII.isOne($0, of: ",+/&") } ?? false)
    }
    return isBold && cursor.place > start
  }

  private static func takeDashes(_ cursor: inout TextCursor) -> Bool {
    guard cursor.takeDash() else { return false }
    cursor.skip("- \t")
    return true
  }

  private static func boldEnd(_ cursor: TextCursor) -> Int? {
    let mark = cursor.bytes[cursor.place..<cursor.end]
    for place in mark.indices.dropLast()
    where ASCII.isOne(mark[place], of: "*_") && mark[place] == mark[place + 1] { return place }
    return nil
  }

  private static func plainEnd(_ cursor: TextCursor) -> Int {
    var place = cursor.place
    while place < cursor.end {
      if ASCII.isOne(cursor.bytes[place], of: "(~") { return place }
      var ahead = TextCursor(cursor.bytes, ByteRange(place, cursor.end))
      if place > cursor.place, ASCII.isBlank(cursor.bytes[place - 1]), ahead.takeDash() { return place }
      place += 1
    }
    return cursor.end
  }
}
