import StatusSyntax
import StatusText

extension MarkdownOutline {
  /// The blocks of a file of a plan, which people and models wrap in ways that CommonMark takes literally: in a fence
  /// around the whole file, or below a rule at the top that is not front matter. The positions are those of `source`.
  package init(plainMarkdown source: SourceText) {
    var bytes = source.bytes
    var isChanged = Self.unwrap(&bytes)
    let outline = isChanged ? nil : MarkdownOutline(source)
    if let first = outline?.blocks.first, first.kind == .frontMatter,
      !Self.isMapping(source.bytes, first.range)
    {
      // A rule of another character, which begins no front matter.
      for index in first.range.lower..<first.range.lower + 3 { bytes[index] = UInt8(ascii: "*") }
      isChanged = true
    }
    if let outline, !isChanged {
      self = outline
    } else {
      self.init(SourceText(path: source.path, bytes: bytes))
    }
  }

  /// Whether the lines of front matter hold a field.
  private static func isMapping(_ bytes: [UInt8], _ range: ByteRange) -> Bool {
    bytes.lines(in: range).contains { line in
      guard let first = bytes[line.indices].first, ASCII.isLetter(first) else { return false }
      let colon = bytes.offset(of: UInt8(ascii: ":"), from: line.lower, to: line.upper)
      return colon < line.upper
        && bytes[line.lower..<colon].allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne($0, of: "_- ") }
    }
  }

  /// Makes blanks of a fence that begins on the first line with text and ends on the last one. Fences of the same length
  /// between them belong to each other.
  private static func unwrap(_ bytes: inout [UInt8]) -> Bool {
    guard let first = bytes.firstIndex(where: { !ASCII.isWhitespace($0) }),
      ASCII.isOne(bytes[first], of: "`~"),
      let last = bytes.lastIndex(where: { !ASCII.isWhitespace($0) })
    else { return false }
    let mark = bytes[first]
    let length = bytes[first...].prefix { $0 == mark }.count
    let firstEnd = bytes.offset(of: ASCII.lineFeed, from: first, to: bytes.count)
    let info = bytes[first + length..<firstEnd].filter { !ASCII.isWhitespace($0) }
    let isMarkdown = ASCII.equals(info[...], "markdown") || ASCII.equals(info[...], "md")
    let lastStart = bytes[...last].lastIndex(of: ASCII.lineFeed).map { $0 + 1 } ?? 0
    guard length >= 3, isMarkdown, lastStart >= firstEnd, last + 1 - lastStart >= length,
      bytes[lastStart...last].allSatisfy({ $0 == mark })
    else { return false }
    for index in first..<firstEnd where !ASCII.isLineEnd(bytes[index]) { bytes[index] = ASCII.space }
    for index in lastStart...last { bytes[index] = ASCII.space }
    return true
  }
}
