import StatusSyntax
import StatusText

/// A line `key: value` of the front matter of TODO.md. A reader of one or two levels of YAML.
struct FrontMatterLine {
  /// The keys that lead to the value: `["task_counts", "active"]`.
  let keys: [String]
  /// The last of them, without quotes.
  let keyRange: ByteRange
  /// What follows the colon, to the end of the line.
  let value: ByteRange

  /// The lines of the front matter that a file begins with; all of it may be indented.
  static func all(in source: SourceText, _ outline: MarkdownOutline) -> [FrontMatterLine] {
    guard let block = outline.blocks.first, block.kind == .frontMatter else { return [] }
    var lines: [FrontMatterLine] = []
    var parent: (key: String, indent: Int)?
    var topIndent: Int?
    let bytes = source.bytes
    for line in bytes.lines(in: block.range) {
      let text = bytes[line.indices]
      let indent = text.prefix(while: ASCII.isBlank).count
      guard let colon = text.firstIndex(of: UInt8(ascii: ":")), line.lower + indent < colon else { continue }
      let keyRange = ByteRange(line.lower + indent, colon)
      let key = word(keyRange, of: source)
      let value = ByteRange(colon + 1, line.upper)
      // Only a key without a value of its own has others below it.
      let isEmpty = bytes[value.indices].allSatisfy(ASCII.isBlank)
      let isNested = parent.map { indent > $0.indent } ?? false
      // A deeper line after a key with a value goes on with that value.
      if !isNested, indent > topIndent ?? indent { continue }
      topIndent = topIndent ?? indent
      lines.append(
        FrontMatterLine(
          keys: isNested ? [parent?.key, key].compactMap(\.self) : [key],
          keyRange: keyRange, value: value))
      if !isNested { parent = isEmpty ? (key, indent) : nil }
    }
    let nested = aboutTheFile.filter { key in !lines.contains { $0.keys == [key] } }
    return lines.map { line in
      guard line.keys.count > 1, let key = line.keys.last, nested.contains(key) else { return line }
      return FrontMatterLine(keys: [key], keyRange: line.keyRange, value: line.value)
    }
  }

  /// The keys about the whole file, which count below another key, too, unless they are also there without one.
  private static let aboutTheFile = ["next_project_number", "last_updated"]

  /// When the file was last updated, where the line says so.
  func timestamp(in source: SourceText) -> TimestampClaim? {
    guard keys.count == 1, let key = keys.first,
      key == "last_updated" || key.lowercased() == "lastupdated"
    else { return nil }
    let place = text(in: source.bytes)
    return TimestampClaim(
      event: nil, place: .taskListHeader, name: key, nameRange: keyRange, valueRange: place,
      reading: Timestamp.read(source, in: place))
  }

  /// The value without quotes, a comment and the blanks around it.
  func text(in bytes: [UInt8]) -> ByteRange {
    var (lower, upper) = (value.lower, value.upper)
    while lower < upper, ASCII.isBlank(bytes[lower]) { lower += 1 }
    if lower < upper, Self.isQuote(bytes[lower]),
      let close = bytes[(lower + 1)..<upper].firstIndex(of: bytes[lower])
    {
      return ByteRange(lower + 1, close)
    }
    for offset in lower..<upper
    where bytes[offset] == UInt8(ascii: "#") && (offset == lower || ASCII.isBlank(bytes[offset - 1])) {
      upper = offset
      break
    }
    while lower < upper, ASCII.isBlank(bytes[upper - 1]) { upper -= 1 }
    return ByteRange(lower, upper)
  }

  /// Whether `byte` is a quotation mark of YAML.
  static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

  /// A key, without blanks and quotes.
  static func word(_ range: ByteRange, of source: SourceText) -> String {
    let kept = source.bytes[range.indices].filter { !ASCII.isBlank($0) && !isQuote($0) }
    return String(decoding: kept, as: UTF8.self)
  }
}
