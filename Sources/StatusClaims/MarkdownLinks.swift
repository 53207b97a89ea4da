import StatusText

/// The links in a line of Markdown.
package enum MarkdownLinks {
  /// The targets of the links `[text](target)` in `line` outside of code, without titles and anchors.
  package static func targets(_ source: SourceText, _ line: ByteRange) -> [ByteRange] {
    let bytes = source.bytes
    guard bytes.contains(UInt8(ascii: "]"), in: line) else { return [] }
    var found: [ByteRange] = []
    var isCode = false
    var place = line.lower
    while place + 1 < line.upper {
      if bytes[place] == UInt8(ascii: "`") { isCode.toggle() }
      place += 1
      guard !isCode, bytes[place - 1] == UInt8(ascii: "]"), bytes[place] == UInt8(ascii: "(") else {
        continue
      }
      let close = bytes.offset(of: UInt8(ascii: ")"), from: place, to: line.upper)
      guard close < line.upper else { return found }
      let inside = source.trimmed(ByteRange(place + 1, close), "<>")
      let end = inside.indices.first { ASCII.isOne(bytes[$0], of: " #\t") } ?? inside.upper
      if end > inside.lower { found.append(ByteRange(inside.lower, end)) }
      place = close
    }
    return found
  }
}
