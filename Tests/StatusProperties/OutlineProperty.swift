import StatusSyntax
import StatusText

/// What holds for the outline of any bytes: it prints as the same bytes, and its blocks are in order and nested.
package enum OutlineProperty {
  /// The first thing that does not hold for `bytes`; nil if all of it holds.
  package static func violation(_ bytes: [UInt8]) -> String? {
    let source = SourceText(path: "test.md", bytes: bytes)
    let outline = MarkdownOutline(source)
    if outline.printed(source) != bytes { return "printing does not give the same bytes" }
    let lines = LineIndex(source)
    var end = 0
    var previous: MarkdownOutline.Block?
    for (index, block) in outline.blocks.enumerated() {
      let name = "block \(index), \(block.kind)"
      if block.range.start > block.range.end || block.range.upper > bytes.count { return "\(name): range" }
      if block.startLine > block.endLine { return "\(name): lines" }
      if lines.line(at: block.range.lower) != block.startLine { return "\(name): start line" }
      // Trailing blank lines belong to the lines of an item and of indented code, not to the range.
      if lines.line(at: block.range.upper) > block.endLine { return "\(name): end line" }
      for part in [block.text, block.value, block.marker] where part != .zero && !block.range.contains(part) {
        return "\(name): a part outside"
      }
      if let previous, previous.range.start > block.range.start { return "\(name): order" }
      if block.parent >= index { return "\(name): parent" }
      if block.parent >= 0 {
        let parent = outline.blocks[Int(block.parent)]
        if parent.isLeaf || parent.kind == .field { return "\(name): parent is not a container" }
        if !parent.range.contains(block.range) { return "\(name): outside its parent" }
        if parent.startLine > block.startLine || parent.endLine < block.endLine {
          return "\(name): parent's lines"
        }
      }
      if block.isLeaf {
        if block.range.lower < end { return "\(name): overlaps" }
        if let fault = gap(bytes[end..<block.range.lower]) { return "\(name): \(fault) before it" }
        end = block.range.upper
      }
      if block.kind == .field, block.range.upper > end { return "\(name): outside its paragraph" }
      previous = block
    }
    return gap(bytes[end...]).map { "\($0) at the end" }
  }

  /// What is wrong with `bytes` between two leaf blocks; nil if they are not text. Link reference definitions are not
  /// blocks, so anything may follow a bracket.
  private static func gap(_ bytes: ArraySlice<UInt8>) -> String? {
    var bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    for byte in bytes {
      if byte == UInt8(ascii: "[") { return nil }
      let isMarker = ASCII.isDigit(byte) || Array(">-*+.)".utf8).contains(byte)
      if !ASCII.isWhitespace(byte), !isMarker { return "text in no block" }
    }
    return nil
  }
}
