import StatusClaims
import StatusText

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
