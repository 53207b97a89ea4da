import StatusText

/// The blocks of a Markdown file, exactly those CommonMark 0.30 sees, as ranges over its bytes.
///
/// There is no inline tree: a block says where its text lies. Front matter, field lines and tables, which
/// CommonMark does not know, are added; the other blocks are what they would be without them. Any bytes have
/// an outline, made in one pass and in linear time: containers nest at most `depthLimit` deep.
package struct MarkdownOutline: Sendable {
  /// How many block quotes and list items may stand within one another.
  ///
  /// The marker of a deeper one is text of a paragraph.
  package static let depthLimit = 128

  /// The blocks in document order: a container before its content, a paragraph before its fields.
  package let blocks: [Block]

  /// Reads `source` in one pass.
  package init(_ source: SourceText) {
    blocks = source.bytes.withUnsafeBufferPointer { bytes in
      var parser = BlockParser(bytes)
      return parser.parse()
    }
  }

  /// The file put together again from its outline: every leaf block, and what lies between two of them.
  ///
  /// Between leaf blocks there are only blanks, the markers of containers, link reference definitions and a
  /// byte order mark. The result is `source.bytes` because leaf blocks neither overlap nor leave their order.
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
}
