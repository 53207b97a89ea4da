import StatusClaims
import StatusText

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
