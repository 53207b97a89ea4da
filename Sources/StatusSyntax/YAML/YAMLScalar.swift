import StatusText

/// A scalar or key as it is written, and the text that it means.
///
/// The parser has accepted it: quotes are closed, escapes are complete.
package struct YAMLScalar {
  private let bytes: [UInt8]
  private let range: ByteRange
  private let style: YAMLTree.Style
  private let indent: Int
  private var output: [UInt8] = []

  /// The scalar in `range` of `bytes`; `indent` is the indentation of the lines of a block scalar.
  package init(_ bytes: [UInt8], _ range: ByteRange, _ style: YAMLTree.Style, indent: Int = 0) {
    self.bytes = bytes
    self.range = range
    self.style = style
    self.indent = indent
  }

  init(_ bytes: [UInt8], _ node: YAMLTree.Node) {
    self.init(bytes, node.range, node.style, indent: Int(node.indent))
  }

  init(_ bytes: [UInt8], _ key: YAMLTree.Key) { self.init(bytes, key.range, key.style) }

  /// The bytes between the quotes.
  private var content: ByteRange {
    style == .plain ? range : ByteRange(range.lower + 1, range.upper - 1)
  }

  /// What the scalar means.
  package var text: String {
    var copy = self
    return copy.decode()
  }

  private mutating func decode() -> String {
    switch style {
    case .literal, .folded: decodeBlock()
    case .plain, .single, .double:
      if isAsWritten { return String(decoding: bytes[content.indices], as: UTF8.self) }
      decodeLines()
    }
    return String(decoding: output, as: UTF8.self)
  }
}

// Text without or in quotes (YAML 1.2, section 6.5: lines are folded).
extension YAMLScalar {
  /// Whether the content is one line without escapes.
  private var isAsWritten: Bool {
    guard bytes.lineEnd(from: content.lower, to: content.upper) == content.upper else { return false }
    return switch style {
    case .double: !bytes.contains(UInt8(ascii: "\\"), in: content)
    case .single: !bytes.contains(UInt8(ascii: "'"), in: content)
    case .plain, .literal, .folded: true
    }
  }

  private mutating func decodeLines() {
    var place = content.lower
    // Blanks after this are dropped at the end of a line.
    var kept = 0
    while place < content.upper {
      let byte = bytes[place]
      if ASCII.isLineEnd(byte) {
        output.removeLast(output.count - kept)
        let breaks = skipBreaks(&place)
        output += breaks == 1 ? [ASCII.space] : Array(repeating: ASCII.lineFeed, count: breaks - 1)
      } else if style == .double, byte == UInt8(ascii: "\\") {
        decodeEscape(&place)
      } else {
        output.append(byte)
        place += style == .single && byte == UInt8(ascii: "'") ? 2 : 1
        if ASCII.isBlank(byte) { continue }
      }
      kept = output.count
    }
  }

  private mutating func decodeEscape(_ place: inout Int) {
    let lineEnd = bytes.lineEnd(from: place, to: content.upper)
    let escape = YAMLEscape(bytes, at: place, to: lineEnd)
    place += escape?.count ?? 1
    if let scalar = escape?.scalar {
      output += Array(String(scalar).utf8)
    } else {
      output += Array(repeating: ASCII.lineFeed, count: max(0, skipBreaks(&place) - 1))
    }
  }

  /// Moves over line endings and the blanks after each; returns how many there were.
  private func skipBreaks(_ place: inout Int) -> Int {
    var breaks = 0
    while place < content.upper, ASCII.isLineEnd(bytes[place]) {
      place = bytes.nextLine(after: place)
      while place < content.upper, ASCII.isBlank(bytes[place]) { place += 1 }
      breaks += 1
    }
    return breaks
  }
}

// Text on the lines after `|` or `>` (YAML 1.2, sections 8.1.2 and 8.1.3).
extension YAMLScalar {
  private mutating func decodeBlock() {
    let headerEnd = bytes.lineEnd(from: range.lower, to: range.upper)
    let chomping = YAMLBlockHeader(bytes, at: range.lower, to: headerEnd)?.chomping ?? .clip
    var start = min(bytes.nextLine(after: headerEnd), range.upper)
    // The line endings since the last text, of which the first one ended a text.
    var breaks = 0
    var (isFirst, wasIndented) = (true, false)
    while start < range.upper {
      let lineEnd = bytes.lineEnd(from: start, to: range.upper)
      var text = start
      while text < lineEnd, text - start < indent, bytes[text] == ASCII.space { text += 1 }
      if text < lineEnd {
        let isIndented = ASCII.isBlank(bytes[text])
        // A line ending between two lines that are not indented becomes a blank, or nothing before blank lines.
        let isFolded = style == .folded && !isFirst && !wasIndented && !isIndented
        if isFolded, breaks == 1 { output.append(ASCII.space) }
        addLineFeeds(isFolded ? breaks - 1 : breaks)
        output += bytes[text..<lineEnd]
        (breaks, isFirst, wasIndented) = (0, false, isIndented)
      }
      start = min(bytes.nextLine(after: lineEnd), range.upper)
      if start > lineEnd { breaks += 1 }
    }
    switch chomping {
    case .strip: break
    case .clip: if !isFirst { addLineFeeds(min(breaks, 1)) }
    case .keep: addLineFeeds(breaks)
    }
  }

  private mutating func addLineFeeds(_ count: Int) {
    output += Array(repeating: ASCII.lineFeed, count: max(count, 0))
  }
}
