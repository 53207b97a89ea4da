import StatusText

/// The blocks of a Markdown file, exactly as in CommonMark 0.30, as ranges of its bytes.
///
/// There is no inline tree; a block has the range of its text. Front matter, field lines and tables, which
/// are not in CommonMark, are added without changing the other blocks. Any bytes have an outline, made in one
/// pass and in linear time, because containers nest at most `depthLimit` deep.
package struct MarkdownOutline: Sendable {
  /// The nesting limit of block quotes and list items.
  ///
  /// The marker of a deeper one is text of a paragraph.
  package static let depthLimit = 128

  /// The blocks in document order: a container before its content, a paragraph before its fields.
  package let blocks: [Block]

  /// The indices of the headings outside every list and quote, in order.
  package var headings: [Int] {
    blocks.indices.filter { blocks[$0].kind == .heading && blocks[$0].parent < 0 }
  }

  /// The ranges of all blocks of one kind, in order.
  package func ranges(of kind: Block.Kind) -> [ByteRange] {
    blocks.lazy.filter { $0.kind == kind }.map(\.range)
  }

  /// Parses `source` in one pass.
  package init(_ source: SourceText) {
    blocks = source.bytes.withUnsafeBufferPointer { bytes in
      var parser = BlockParser(bytes)
      return parser.parse()
    }
  }

  /// The file, rebuilt from its outline: every leaf block, and the text between them.
  ///
  /// Between leaf blocks there are only blanks, markers of containers, link reference definitions and a byte
  /// order mark. The result equals `source.bytes`, because leaf blocks are in order and do not overlap.
  package func printed(_ source: SourceText) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(source.bytes.count)
    var position = 0
    for block in blocks where block.isLeaf {
      if position < block.range.lower { output += source.bytes[position..<block.range.lower] }
      output += source.bytes[block.range.indices]
      position = block.range.upper
    }
    if position < source.bytes.count { output += source.bytes[position...] }
    return output
  }

  /// Whether a block quote holds `block`.
  package func isQuoted(_ block: Block) -> Bool {
    var parent = block.parent
    while parent >= 0 {
      if blocks[Int(parent)].kind == .blockQuote { return true }
      parent = blocks[Int(parent)].parent
    }
    return false
  }
}
