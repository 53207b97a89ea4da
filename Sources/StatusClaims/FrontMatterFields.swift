import StatusSyntax
import StatusText

/// The front matter of a Markdown file, read leniently: one `key: value` a line, and one level of keys below a key. What a
/// YAML parser refuses, such as an unquoted colon in a text, is a value here.
package struct FrontMatterFields: Sendable {
  private var values: [String: PlacedText] = [:]

  /// The fields of `file`; none if it has no front matter.
  package init(_ file: PlanFile) {
    guard let outline = file.outline, let block = outline.blocks.first, block.kind == .frontMatter else {
      return
    }
    let source = file.source
    var parent = ""
    for line in source.bytes.lines(in: block.range) {
      let indent = source.bytes[line.indices].prefix(while: ASCII.isBlank).count
      let start = line.lower + indent
      guard start < line.upper, let colon = Self.colon(source.bytes, start, line.upper) else { continue }
      let key = source.text(source.trimmed(ByteRange(start, colon), "\"'"))
      let value = Self.value(source, ByteRange(colon + 1, line.upper))
      if indent == 0 { parent = key }
      let name = indent == 0 ? key : "\(parent).\(key)"
      if values[name] == nil { values[name] = PlacedText(source, value) }
    }
  }

  /// The value of a key, or of `parent.key`; nil if it is not there or is nothing.
  package subscript(_ key: String) -> PlacedText? {
    values[key].flatMap { $0.text.isEmpty || ["~", "null"].contains($0.text) ? nil : $0 }
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
