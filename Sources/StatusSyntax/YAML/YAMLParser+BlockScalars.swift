import StatusText

// Text on the lines after `|` or `>` (YAML 1.2, section 8.1).
extension YAMLParser {
  /// Reads the block scalar at `start`, and moves to the line after it.
  mutating func parseBlockScalar(
    _ key: YAMLTree.Key, at start: Int, deeperThan parent: Int
  ) throws(YAMLFault) {
    let lineEnd = bytes.lineEnd(from: start, to: end)
    guard let header = YAMLBlockHeader(bytes, at: start, to: lineEnd),
      rest(after: header.end, to: lineEnd) == nil
    else { throw YAMLFault(range: ByteRange(start, lineEnd), reason: .badBlockHeader) }
    let first = nextLine(after: lineEnd)
    let indent = try contentIndent(from: first, deeperThan: parent, header)
    let (textEnd, next) = try blockEnd(from: first, indent: indent, header)
    let range = ByteRange(start, textEnd ?? header.end)
    try checkCharacters(range)
    append(.scalar, key, range, header.style, indent: indent)
    move(to: next)
  }

  /// The indentation of the lines: as the header says, or that of the first line that is not blank.
  private func contentIndent(
    from start: Int, deeperThan parent: Int, _ header: YAMLBlockHeader
  ) throws(YAMLFault) -> Int {
    if let indent = header.indent { return max(parent, 0) + indent }
    let least = max(parent, 0) + 1
    var start = start
    var deepestBlank = 0
    while start < end {
      let lineEnd = bytes.lineEnd(from: start, to: end)
      let content = skipSpaces(from: start, to: lineEnd)
      let indent = content - start
      if content < lineEnd {
        // The text is empty.
        if indent < least { return max(least, deepestBlank) }
        if indent < deepestBlank {
          throw YAMLFault(range: ByteRange(content, lineEnd), reason: .badBlockIndent)
        }
        return indent
      }
      deepestBlank = max(deepestBlank, indent)
      start = nextLine(after: lineEnd)
    }
    return max(least, deepestBlank)
  }

  /// The end of the text, nil if there is none, and the beginning of the first line after it.
  private func blockEnd(
    from start: Int, indent: Int, _ header: YAMLBlockHeader
  ) throws(YAMLFault) -> (textEnd: Int?, next: Int) {
    var (start, textEnd): (Int, Int?) = (start, nil)
    while start < end {
      let lineEnd = bytes.lineEnd(from: start, to: end)
      let content = min(skipSpaces(from: start, to: lineEnd), start + indent)
      let isBlank = content == lineEnd
      if !isBlank, content - start < indent {
        if bytes[content] == ASCII.tab { throw YAMLFault(range: ByteRange(content, lineEnd), reason: .tab) }
        break
      }
      start = nextLine(after: lineEnd)
      if !isBlank || header.chomping == .keep { textEnd = start }
    }
    return (textEnd, start)
  }
}
