import StatusText

extension YAMLTree.Style {
  /// The style of a value that begins with `byte`, as far as quotes say.
  init(quote byte: UInt8) {
    switch byte {
    case UInt8(ascii: "'"): self = .single
    case UInt8(ascii: "\""): self = .double
    default: self = .plain
    }
  }
}

// Scalars (YAML 1.2, sections 7.3 and 8.1).
extension YAMLParser {
  /// Reads the scalar, or the map or list in brackets, at `start`. Its lines are indented deeper than `parent`. Moves to
  /// the line after it.
  mutating func parseScalar(
    _ key: YAMLTree.Key, at start: Int, deeperThan parent: Int
  ) throws(YAMLFault) {
    let style = YAMLTree.Style(quote: bytes[start])
    switch bytes[start] {
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try parseFlow(key, at: start, deeperThan: parent)
      return try endLine()
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return try parseBlockScalar(key, at: start, deeperThan: parent)
    default: break
    }
    let valueEnd =
      style == .plain
      ? try scanPlain(at: start, deeperThan: parent) : try scanQuoted(at: start, style, deeperThan: parent)
    let range = ByteRange(start, valueEnd)
    try checkCharacters(range)
    append(.scalar, key, range, style)
    try endLine()
  }

  /// Why a value without quotes cannot begin at `start`; nil if it can.
  func refusal(at start: Int, to lineEnd: Int, isInFlow: Bool = false) -> YAMLFault.Reason? {
    let isAlone =
      isBlankOrEnd(start + 1, lineEnd) || isInFlow && ASCII.isOne(bytes[start + 1], of: ",[]{}")
    switch bytes[start] {
    case UInt8(ascii: "&"): return .anchor
    case UInt8(ascii: "*"): return .alias
    case UInt8(ascii: "!"): return .tag
    case UInt8(ascii: "?"): return isAlone || isInFlow ? .explicitKey : nil
    case UInt8(ascii: "-"): return isAlone ? .listInLine : nil
    case UInt8(ascii: ":"): return isAlone || isInFlow ? .reservedCharacter : nil
    case let byte: return ASCII.isOne(byte, of: ",[]{}#|>'\"%") ? .reservedCharacter : nil
    }
  }

  /// The end of the text without quotes on one line, and the colon or hash that ends it.
  func plainEnd(from start: Int, to lineEnd: Int) -> (end: Int, cut: UInt8?) {
    for place in start..<lineEnd {
      let isColon = bytes[place] == UInt8(ascii: ":") && isBlankOrEnd(place + 1, lineEnd)
      let isComment = bytes[place] == UInt8(ascii: "#") && (place == start || ASCII.isBlank(bytes[place - 1]))
      if isColon || isComment { return (trimBlanks(from: start, to: place), bytes[place]) }
    }
    return (trimBlanks(from: start, to: lineEnd), nil)
  }

  /// The end of the text without quotes at `start`, which goes on in the lines that are indented deeper than `parent`.
  private func scanPlain(at start: Int, deeperThan parent: Int) throws(YAMLFault) -> Int {
    var lineEnd = bytes.lineEnd(from: start, to: end)
    if let reason = refusal(at: start, to: lineEnd) {
      throw YAMLFault(range: ByteRange(start, lineEnd), reason: reason)
    }
    var (textEnd, cut) = plainEnd(from: start, to: lineEnd)
    if cut == UInt8(ascii: ":") { throw YAMLFault(range: ByteRange(start, lineEnd), reason: .colonInText) }
    while cut == nil, let next = continuation(after: lineEnd, deeperThan: parent), !next.hasTab, !isItem(next)
    {
      let more = plainEnd(from: next.content, to: next.end)
      // A line that looks like an entry is not part of the text: it is indented too deep.
      if more.cut == UInt8(ascii: ":") || more.end == next.content { break }
      (textEnd, cut) = more
      lineEnd = next.end
    }
    return textEnd
  }

  /// The next line that is not blank, if it is indented deeper than `parent`. Its content begins after all blanks; a tab
  /// counts only in the part that must be indented.
  private func continuation(after lineEnd: Int, deeperThan parent: Int) -> Line? {
    var start = nextLine(after: lineEnd)
    while start < end {
      let lineEnd = bytes.lineEnd(from: start, to: end)
      let spaces = skipSpaces(from: start, to: lineEnd) - start
      let content = skipBlanks(from: start, to: lineEnd)
      if content < lineEnd {
        let isDeeper = spaces > parent
        let next = Line(start: start, content: content, end: lineEnd, hasTab: !isDeeper)
        return isDeeper && !isMarker(next) || content > start + spaces ? next : nil
      }
      start = nextLine(after: lineEnd)
    }
    return nil
  }

  /// The end of the text in quotes at `start`, which may go on in lines that are indented deeper than `parent`.
  func scanQuoted(at start: Int, _ style: YAMLTree.Style, deeperThan parent: Int) throws(YAMLFault) -> Int {
    var place = start + 1
    var lineEnd = bytes.lineEnd(from: start, to: end)
    while true {
      if let quoteEnd = try quoteEnd(from: place, to: lineEnd, style) { return quoteEnd }
      guard let next = continuation(after: lineEnd, deeperThan: parent) else {
        throw unclosed(start, .unclosedQuote)
      }
      if next.hasTab { throw YAMLFault(range: next.unread, reason: .tab) }
      (place, lineEnd) = (next.content, next.end)
    }
  }

  /// The offset after the closing quote; nil if it is not on this line.
  func quoteEnd(from start: Int, to lineEnd: Int, _ style: YAMLTree.Style) throws(YAMLFault) -> Int? {
    let quote = style == .single ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    var place = start
    while place < lineEnd {
      if bytes[place] == quote {
        let isDoubled = style == .single && place + 1 < lineEnd && bytes[place + 1] == quote
        if !isDoubled { return place + 1 }
        place += 2
      } else if style == .double, bytes[place] == UInt8(ascii: "\\") {
        guard let escape = YAMLEscape(bytes, at: place, to: lineEnd) else {
          throw YAMLFault(range: ByteRange(place, lineEnd), reason: .badEscape)
        }
        place += escape.count
      } else {
        place += 1
      }
    }
    return nil
  }

  func unclosed(_ start: Int, _ reason: YAMLFault.Reason) -> YAMLFault {
    YAMLFault(range: ByteRange(start, bytes.lineEnd(from: start, to: end)), reason: reason)
  }

  /// Refuses control characters, bytes that are not UTF-8, and byte order marks, which readers take for different things.
  func checkCharacters(_ range: ByteRange) throws(YAMLFault) {
    let invalid = bytes.withUnsafeBufferPointer { bytes -> Int? in
      var place = range.lower
      while place < range.upper {
        let byte = bytes[place]
        if byte >= 0x20, byte < 0x7F {
          place += 1
          continue
        }
        let length = UTF8Validation.sequenceLength(at: place, in: bytes)
        let isControl = byte == 0x7F || byte < 0x20 && !ASCII.isWhitespace(byte)
        let isMark = byte == 0xEF && bytes[place...].starts(with: JSONParser.byteOrderMark)
        if length == 0 || isControl || isMark { return place }
        place += length
      }
      return nil
    }
    if let invalid {
      throw YAMLFault(
        range: ByteRange(invalid, bytes.lineEnd(from: invalid, to: end)), reason: .invalidCharacter)
    }
  }
}
