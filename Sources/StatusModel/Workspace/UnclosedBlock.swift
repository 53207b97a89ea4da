import StatusSyntax
import StatusText

/// A code fence, a comment or another block of a Markdown file that is never closed: all that follows is text of it.
package struct UnclosedBlock: Sendable {
  /// Its first line: the fence, or what opens the comment.
  package let opening: ByteRange
  /// What is text of it: from its first line to the end of its container, or of the file.
  package let range: ByteRange
  /// Whether it is a code fence; otherwise a comment or another HTML block.
  package let isFence: Bool
  /// Whether the file ends with it.
  package let reachesEnd: Bool

  /// The blocks of `outline` that are never closed, in order.
  static func all(in source: SourceText, _ outline: MarkdownOutline) -> [UnclosedBlock] {
    outline.blocks.lazy.filter(\.isUnclosed).map { UnclosedBlock($0, in: source) }
  }

  private init(_ block: MarkdownOutline.Block, in source: SourceText) {
    let bytes = source.bytes
    let lineEnd =
      bytes.lineEnd(from: block.range.lower, to: block.range.upper)
    opening = ByteRange(block.range.lower, lineEnd)
    reachesEnd =
      block.parent < 0 || bytes[block.range.upper...].allSatisfy(ASCII.isWhitespace)
    range = ByteRange(block.range.lower, reachesEnd ? bytes.count : block.range.upper)
    isFence = block.kind == .code
  }

  /// Whether what is put in the place of `edit` would be text of the block, or its first line another one.
  package func hides(_ edit: ByteRange) -> Bool {
    edit.upper > range.lower && edit.lower <= range.upper
  }

  /// What the block hides, as a file of its own; nil for a block within a list item or a quote, in which no structure
  /// is. A fence that is too short to close the block, or of the other kind, hides nothing once more.
  func hiddenText(of source: SourceText) -> SourceText? {
    guard reachesEnd, opening.upper < source.bytes.count else { return nil }
    var bytes = Array(source.bytes[opening.upper...])
    for line in bytes.lines(in: ByteRange(0, bytes.count)) { blankFence(in: &bytes, line) }
    return SourceText(path: source.path, bytes: bytes)
  }

  /// Puts spaces in the place of the line's first bytes where these are a fence.
  private func blankFence(in bytes: inout [UInt8], _ line: ByteRange) {
    guard let first = bytes[line.indices].firstIndex(where: { !ASCII.isBlank($0) }), line.upper - first >= 3,
      bytes[first] == UInt8(ascii: "`") || bytes[first] == UInt8(ascii: "~"),
      bytes[first + 1] == bytes[first], bytes[first + 2] == bytes[first]
    else { return }
    let fence = bytes[first]
    for offset in first..<line.upper where bytes[offset] == fence { bytes[offset] = ASCII.space }
  }
}
