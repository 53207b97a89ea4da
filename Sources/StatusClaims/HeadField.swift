import StatusSyntax
import StatusText

/// A field at the head of a Markdown file, before its first section: `**Status**: Draft`. One line may hold several, with
/// pipes between them.
package struct HeadField: Sendable {
  /// The name in lower case.
  package let name: String
  /// The value, without blanks and backquotes around it.
  package let value: ByteRange

  /// The fields at the head of `file`, in order.
  package static func all(in file: PlanFile) -> [HeadField] {
    guard let outline = file.outline else { return [] }
    let bytes = file.source.bytes
    let end = outline.blocks.first { $0.kind == .heading && $0.level >= 2 }?.range.lower ?? bytes.count
    var fields: [HeadField] = []
    for block in outline.blocks where block.kind == .field && block.range.lower < end {
      var start = block.range.lower
      for place in block.range.lower...block.range.upper
      where place == block.range.upper || bytes[place] == UInt8(ascii: "|") {
        if let field = HeadField(bytes, ByteRange(start, place)) { fields.append(field) }
        start = place + 1
      }
    }
    return fields
  }

  /// The field of a part of a line: a name in bold, a colon, a value.
  private init?(_ bytes: [UInt8], _ part: ByteRange) {
    guard let colon = bytes[part.indices].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = Self.trimmed(bytes, ByteRange(part.lower, colon), "*_- ")
    guard !name.isEmpty, bytes[part.lower..<name.lower].contains(UInt8(ascii: "*")) else { return nil }
    self.name = String(decoding: bytes[name.indices].map(ASCII.lowercased), as: UTF8.self)
    value = Self.trimmed(bytes, ByteRange(colon + 1, part.upper), "*_` ")
  }

  private static func trimmed(_ bytes: [UInt8], _ range: ByteRange, _ characters: StaticString) -> ByteRange {
    var (lower, upper) = (range.lower, range.upper)
    while lower < upper, ASCII.isWhitespace(bytes[lower]) || ASCII.isOne(bytes[lower], of: characters) {
      lower += 1
    }
    while upper > lower, ASCII.isWhitespace(bytes[upper - 1]) || ASCII.isOne(bytes[upper - 1], of: characters)
    { upper -= 1 }
    return ByteRange(lower, upper)
  }
}
