import StatusSyntax
import StatusText

/// A line with a name, a colon and a value: `Status: done`. It may be an item of a list, the name may be in bold, and the
/// colon may stand inside of the bold text or be full-width.
package struct LineField {
  /// The name, without emphasis.
  package let name: ByteRange
  /// The value, without blanks and emphasis around it.
  package let value: ByteRange

  /// The field of the line `line`; nil if it has none.
  package init?(_ bytes: [UInt8], _ line: ByteRange) {
    var start = line.lower
    while start < line.upper, ASCII.isBlank(bytes[start]) { start += 1 }
    start = ListMarker.content(at: start, before: line.upper, bytes) ?? start
    let nameLimit = min(line.upper, start + Self.nameLimit)
    guard let colon = (start..<nameLimit).first(where: { Self.colonLength(bytes, at: $0, line.upper) > 0 })
    else {
      return nil
    }
    name = bytes.trimmed(ByteRange(start, colon), of: "*_ \t")
    value = bytes.trimmed(
      ByteRange(colon + Self.colonLength(bytes, at: colon, line.upper), line.upper), of: "*_` \t\r")
    if name.isEmpty { return nil }
  }

  /// Longer text before a colon is prose.
  private static let nameLimit = 80

  private static func colonLength(_ bytes: [UInt8], at place: Int, _ end: Int) -> Int {
    if bytes[place] == UInt8(ascii: ":") { return 1 }
    return place + 2 < end && bytes[place] == 0xEF && bytes[place + 1] == 0xBC && bytes[place + 2] == 0x9A
      ? 3 : 0
  }

  /// The fields in the paragraphs of `outline` that are not quoted, in order.
  package static func all(in bytes: [UInt8], _ outline: MarkdownOutline) -> [LineField] {
    outline.blocks.filter { $0.kind == .paragraph && !outline.isQuoted($0) }.flatMap { block in
      bytes.lines(in: block.range).compactMap { LineField(bytes, $0) }
    }
  }
}

extension Array where Element == UInt8 {
  /// `range` without those of `characters` that are at its ends.
  package func trimmed(_ range: ByteRange, of characters: StaticString) -> ByteRange {
    var (lower, upper) = (range.lower, range.upper)
    while lower < upper, ASCII.isOne(self[lower], of: characters) { lower += 1 }
    while upper > lower, ASCII.isOne(self[upper - 1], of: characters) { upper -= 1 }
    return ByteRange(lower, upper)
  }
}
