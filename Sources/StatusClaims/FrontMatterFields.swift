import StatusSyntax
import StatusText

/// The front matter of a Markdown file, read leniently: one `key: value` a line, and one level of keys below a key. What a
/// YAML parser refuses, such as an unquoted colon in a text, is a value here.
package struct FrontMatterFields: Sendable {
  private struct Field {
    /// The key that it is below; nil for a field of the first level.
    let parent: ByteRange?
    let key: ByteRange
    /// What follows the colon.
    let rest: ByteRange
  }

  private let source: SourceText
  private var fields: [Field] = []

  /// The fields of `file`; none if it has no front matter.
  package init(_ file: PlanFile) {
    source = file.source
    guard let outline = file.outline, let block = outline.blocks.first, block.kind == .frontMatter else {
      return
    }
    var parent = ByteRange.zero
    for line in source.bytes.lines(in: block.range) {
      let start = line.lower + source.bytes.indent(at: line.lower)
      guard start < line.upper, let colon = Self.colon(source.bytes, start, line.upper) else { continue }
      let key = source.trimmed(ByteRange(start, colon), "\"'")
      let isBelow = start > line.lower
      if !isBelow { parent = key }
      fields.append(Field(parent: isBelow ? parent : nil, key: key, rest: ByteRange(colon + 1, line.upper)))
    }
  }

  /// The value of a key, or of `parent.key`; nil if it is not there or is nothing. The first one of several counts.
  package subscript(_ key: String) -> PlacedText? {
    let isBelow = key.utf8.contains(UInt8(ascii: "."))
    let field = fields.first { field in
      guard isBelow == (field.parent != nil) else { return false }
      guard let parent = field.parent else {
        return field.key.count == key.utf8.count && source.bytes[field.key.indices].elementsEqual(key.utf8)
      }
      return "\(source.text(parent)).\(source.text(field.key))" == key
    }
    guard let field else { return nil }
    let value = PlacedText(source, Self.value(source, field.rest))
    return value.text.isEmpty || ["~", "null"].contains(value.text) ? nil : value
  }

  private static func colon(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    let colon = bytes.offset(of: UInt8(ascii: ":"), from: start, to: end)
    guard colon < end, colon + 1 == end || ASCII.isBlank(bytes[colon + 1]),
      bytes[start..<colon].allSatisfy({ ASCII.isAlphanumeric($0) || ASCII.isOne($0, of: "_-\"' ") }),
      bytes[start] != UInt8(ascii: "-")
    else { return nil }
    return colon
  }

  /// The value without quotes and without a comment.
  private static func value(_ source: SourceText, _ range: ByteRange) -> ByteRange {
    let value = source.trimmed(range)
    guard let first = value.isEmpty ? nil : source.bytes[value.lower] else { return value }
    if ASCII.isOne(first, of: "\"'") {
      let close = source.bytes.offset(of: first, from: value.lower + 1, to: value.upper)
      return ByteRange(value.lower + 1, close)
    }
    for place in value.indices.dropFirst()
    where source.bytes[place] == UInt8(ascii: "#") && ASCII.isBlank(source.bytes[place - 1]) {
      return source.trimmed(ByteRange(value.lower, place))
    }
    return value
  }
}
