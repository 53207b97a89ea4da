import StatusSyntax
import StatusText

extension MarkdownOutline {
  /// Whether the blocks, which begin with a heading at the left margin, say the same wherever such headings are above and
  /// below them: none goes on until something ends it, and none is or may be meant as a heading, except for headings that
  /// `allows` says may be there.
  func isClosed(in source: SourceText, headings allows: (Block) -> Bool) -> Bool {
    blocks.allSatisfy { block in
      if block.isUnclosed { return false }
      guard block.parent < 0 else { return true }
      switch block.kind {
      case .heading: return allows(block)
      case .html: return false
      case .paragraph:
        let end = source.bytes.lineEnd(from: block.range.lower, to: block.range.upper)
        return HeadingLine(ByteRange(block.range.lower, end), in: source.bytes).level == 0
      default: return true
      }
    }
  }
}
