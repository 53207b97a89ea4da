import StatusSyntax
import StatusText

/// A task list in which a tag directly above a task does not make the task text of an HTML block, as it does in
/// Markdown.
struct OpenedHTML {
  /// The outline without the tags of these blocks.
  let outline: MarkdownOutline
  /// The HTML blocks that hold headings of tasks, in order.
  private let blocks: [ByteRange]

  init(_ source: SourceText, _ outline: MarkdownOutline) {
    let opened = outline.blocks.filter {
      $0.kind == .html && $0.parent < 0 && Self.holdsTask($0, source)
    }
    blocks = opened.map(\.range)
    self.outline = opened.isEmpty ? outline : MarkdownOutline(Self.withoutTags(source, opened))
  }

  /// Whether what is at `offset` is text of an HTML block to Markdown.
  func contains(_ offset: Int) -> Bool {
    let place = blocks.partitioningIndex { $0.upper > offset }
    return place < blocks.count && blocks[place].lower <= offset
  }

  private static func holdsTask(_ block: MarkdownOutline.Block, _ source: SourceText) -> Bool {
    var holds = false
    HeadingLine.visit(block, of: source.bytes) { _, line in
      holds = holds || line.level > 0 && NearTaskHeading(line.text, in: source.bytes) != nil
    }
    return holds
  }

  /// The text with spaces in the place of all lines of `blocks` that begin with a tag, or are in a comment or verbatim.
  private static func withoutTags(_ source: SourceText, _ blocks: [MarkdownOutline.Block]) -> SourceText {
    var bytes = source.bytes
    for block in blocks {
      for offset in block.range.indices where !ASCII.isLineEnd(bytes[offset]) { bytes[offset] = ASCII.space }
      HeadingLine.visit(block, of: source.bytes) { line, _ in
        let text = source.bytes[line.indices]
        guard text.first(where: { !ASCII.isBlank($0) }) != UInt8(ascii: "<") else { return }
        bytes.replaceSubrange(line.indices, with: text)
      }
    }
    return SourceText(path: source.path, bytes: bytes)
  }
}
