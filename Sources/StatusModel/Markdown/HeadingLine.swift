import StatusSyntax
import StatusText

/// A line that may be meant as a heading though Markdown does not take it for one: `###Title`, and marks with a
/// no-break space, a glyph, emphasis, a backslash or a tag before or after them.
struct HeadingLine {
  /// How many number signs are before the text.
  let level: Int
  /// What follows them, to the end of the line.
  let text: ByteRange

  init(_ line: ByteRange, in bytes: [UInt8]) {
    var level = 0
    var offset = line.lower
    while offset < line.upper, let length = Self.lengthBeforeText(at: offset, line.upper, bytes) {
      if bytes[offset] == UInt8(ascii: "#") { level += 1 }
      offset += length
    }
    self.level = level
    text = ByteRange(offset, line.upper)
  }

  /// Passes each line of a paragraph to `body`, or each of an HTML block that is not in a comment or verbatim.
  static func visit(
    _ block: MarkdownOutline.Block, of bytes: [UInt8], _ body: (ByteRange, HeadingLine) -> Void
  ) {
    let isHTML = block.kind == .html
    if isHTML, isDeclaration(bytes[block.range.indices]) { return }
    var hidden = HiddenLines()
    for line in bytes.lines(in: block.range) where !isHTML || !hidden.hides(line, of: bytes) {
      body(line, HeadingLine(line, in: bytes))
    }
  }

  /// Whether an HTML block is a declaration, an instruction or character data; a comment is so, too.
  private static func isDeclaration(_ block: ArraySlice<UInt8>) -> Bool {
    block.starts(with: "<!".utf8) || block.starts(with: "<?".utf8)
  }

  /// The bytes of what may stand before the text: a mark, a blank, a glyph, a tag; nil at the text.
  private static func lengthBeforeText(at offset: Int, _ end: Int, _ bytes: [UInt8]) -> Int? {
    switch bytes[offset] {
    case 0x20, 0x09, 0x23, 0x2A, 0x5F, 0x5C: 1
    case UInt8(ascii: "<"): bytes[offset..<end].firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 - offset }
    case 0x80...: TaskHeading.glyphLength(at: offset, end, bytes)
    default: nil
    }
  }
}
