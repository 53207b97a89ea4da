import StatusText

// Maps and lists in brackets (YAML 1.2, section 7.4).
extension YAMLParser {
  /// Reads the map or list in brackets at `start`. Its lines are indented deeper than `parent`.
  mutating func parseFlow(
    _ key: YAMLTree.Key, at start: Int, deeperThan parent: Int, isInFlow: Bool = false
  ) throws(YAMLFault) {
    let isMap = bytes[start] == UInt8(ascii: "{")
    let closing = isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")
    let node = try open(isMap ? .map : .list, key, at: start)
    nodes[node].isInFlow = isInFlow
    var isFirst = true
    while try skipGap(deeperThan: parent, in: start) != closing {
      if !isFirst {
        guard bytes[offset] == UInt8(ascii: ",") else { throw textAfterValue() }
        offset += 1
        if try skipGap(deeperThan: parent, in: start) == closing { break }
      }
      if isMap {
        try parseFlowEntry(deeperThan: parent, in: start)
      } else {
        try parseFlowValue(.none, deeperThan: parent)
      }
      isFirst = false
    }
    offset += 1
    close(node)
  }

  private mutating func parseFlowEntry(deeperThan parent: Int, in bracket: Int) throws(YAMLFault) {
    let key = try scanFlowKey()
    try check(key)
    let colon = skipBlanks(from: key.range.upper, to: bytes.lineEnd(from: offset, to: end))
    offset = colon
    guard colon < end, bytes[colon] == UInt8(ascii: ":") else { throw unclosed(bracket, .noColonInBraces) }
    offset += 1
    let next = try skipGap(deeperThan: parent, in: bracket)
    if next == UInt8(ascii: ",") || next == UInt8(ascii: "}") {
      append(.scalar, key, ByteRange(colon + 1, colon + 1), isInFlow: true)
    } else {
      try parseFlowValue(key, deeperThan: parent)
    }
  }

  private func scanFlowKey() throws(YAMLFault) -> YAMLTree.Key {
    let lineEnd = bytes.lineEnd(from: offset, to: end)
    let style = YAMLTree.Style(quote: bytes[offset])
    guard style != .plain else {
      return YAMLTree.Key(range: ByteRange(offset, try flowPlainEnd(to: lineEnd)), style: .plain)
    }
    guard let keyEnd = try quoteEnd(from: offset + 1, to: lineEnd, style) else {
      throw textAfterValue(.unclosedQuote)
    }
    return YAMLTree.Key(range: ByteRange(offset, keyEnd), style: style)
  }

  private mutating func parseFlowValue(_ key: YAMLTree.Key, deeperThan parent: Int) throws(YAMLFault) {
    let style = YAMLTree.Style(quote: bytes[offset])
    if ASCII.isOne(bytes[offset], of: "[{") {
      return try parseFlow(key, at: offset, deeperThan: parent, isInFlow: true)
    }
    let valueEnd =
      style == .plain
      ? try flowPlainEnd(to: bytes.lineEnd(from: offset, to: end))
      : try scanQuoted(at: offset, style, deeperThan: parent)
    let range = ByteRange(offset, valueEnd)
    try checkCharacters(range)
    append(.scalar, key, range, style, isInFlow: true)
  }

  /// The end of the text without quotes at `offset`, which is on one line.
  private func flowPlainEnd(to lineEnd: Int) throws(YAMLFault) -> Int {
    if let reason = refusal(at: offset, to: lineEnd, isInFlow: true) { throw textAfterValue(reason) }
    var place = offset
    while place < lineEnd, !ASCII.isOne(bytes[place], of: ",[]{}") {
      if bytes[place] == UInt8(ascii: ":") {
        if isBlankOrEnd(place + 1, lineEnd) { break }
        if ASCII.isOne(bytes[place + 1], of: ",?[]{}") { throw textAfterValue(.colonInText) }
      }
      if bytes[place] == UInt8(ascii: "#"), ASCII.isBlank(bytes[place - 1]) { break }
      place += 1
    }
    return trimBlanks(from: offset, to: place)
  }

  /// Moves to the next byte that is not a blank, a line ending or in a comment, and returns it. Lines are indented deeper
  /// than `parent`, or like it if they begin with a closing bracket.
  private mutating func skipGap(deeperThan parent: Int, in bracket: Int) throws(YAMLFault) -> UInt8 {
    var lineEnd = bytes.lineEnd(from: offset, to: end)
    while rest(after: offset, to: lineEnd) == nil {
      let next = nextLine(after: lineEnd)
      guard next < end else { throw unclosed(bracket, .unclosedBracket) }
      lineEnd = bytes.lineEnd(from: next, to: end)
      let content = skipSpaces(from: next, to: lineEnd)
      offset = next
      // A blank line, or one with a comment, may have any indentation.
      let first = skipBlanks(from: content, to: lineEnd)
      if first == lineEnd || bytes[first] == UInt8(ascii: "#") {
        offset = lineEnd
        continue
      }
      let isClosing = ASCII.isOne(bytes[first], of: "]}")
      guard content - next > (isClosing ? parent - 1 : parent),
        !isMarker(Line(start: next, content: content, end: lineEnd))
      else { throw unclosed(bracket, .unclosedBracket) }
    }
    offset = skipBlanks(from: offset, to: lineEnd)
    return bytes[offset]
  }

  private func textAfterValue(_ reason: YAMLFault.Reason = .textAfterValue) -> YAMLFault {
    YAMLFault(range: ByteRange(offset, bytes.lineEnd(from: offset, to: end)), reason: reason)
  }
}
