import CCMark
import StatusText

import StatusSyntax

/// A block as both our outline and cmark describe it, so that the two can be compared.
struct CommonMarkBlock: Equatable, CustomStringConvertible {
  var kind: String
  var level = 0
  /// The block quotes and list items around it.
  var depth: Int
  var startLine: Int
  var endLine: Int
  /// The info string of a code block; nil if it holds escapes, which cmark resolves.
  var info: String?

  var description: String {
    "\(String(repeating: "  ", count: depth))\(kind) \(level) \(startLine)-\(endLine) \(info ?? "?")"
  }
}

extension CommonMarkBlock {
  /// Whether both are the same, as far as both say something.
  func agrees(with other: CommonMarkBlock) -> Bool {
    var left = self
    var right = other
    if left.info == nil || right.info == nil {
      left.info = nil
      right.info = nil
    }
    return left == right
  }

  /// What our outline of `bytes` says, with cmark's line numbers.
  ///
  /// cmark ends a setext heading, and a fence cut short, one line late unless the file ends with it; and a
  /// thematic break at the blank lines after it.
  static func ours(_ bytes: [UInt8]) -> (blocks: [CommonMarkBlock], frontMatterLines: Int) {
    let source = SourceText(path: "test.md", bytes: bytes)
    let outline = MarkdownOutline(source)
    let index = LineIndex(source)
    let lineCount = index.range(ofLine: index.count).isEmpty ? index.count - 1 : index.count
    var depths: [Int] = []
    var result: [CommonMarkBlock] = []
    var frontMatterLines = 0
    for block in outline.blocks {
      let depth = block.parent < 0 ? 0 : depths[Int(block.parent)] + 1
      depths.append(depth)
      var endLine = Int(block.endLine)
      let isLate =
        block.kind == .heading && block.endLine > block.startLine
        || block.kind == .code && block.isFenced && block.isUnclosed
      if isLate, endLine < lineCount { endLine += 1 }
      switch block.kind {
      case .field: continue
      case .frontMatter:
        frontMatterLines = endLine
        continue
      default: break
      }
      let kind = block.kind == .table ? "paragraph" : "\(block.kind)"
      let info = block.kind == .code ? plain(source.text(block.text)) : nil
      result.append(
        CommonMarkBlock(
          kind: kind, level: Int(block.level), depth: depth, startLine: Int(block.startLine),
          endLine: endLine, info: info))
    }
    return (result, frontMatterLines)
  }

  /// What cmark says of `bytes`, whose first `frontMatterLines` lines count as blank.
  static func judged(_ bytes: [UInt8], frontMatterLines: Int) -> [CommonMarkBlock] {
    var text = bytes
    if frontMatterLines > 0 {
      let index = LineIndex(bytes: bytes)
      let rest =
        frontMatterLines < index.count ? index.range(ofLine: frontMatterLines + 1).lower : bytes.count
      text = Array(repeating: ASCII.lineFeed, count: frontMatterLines) + bytes[rest...]
    }
    var result: [CommonMarkBlock] = []
    text.withUnsafeBytes { raw in
      let characters = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let root = cmark_parse_document(characters, raw.count, CMARK_OPT_VALIDATE_UTF8) else { return }
      defer { cmark_node_free(root) }
      collect(root, depth: 0, into: &result)
    }
    return result
  }

  private static func collect(_ parent: OpaquePointer, depth: Int, into result: inout [CommonMarkBlock]) {
    var child = cmark_node_first_child(parent)
    while let node = child {
      defer { child = cmark_node_next(node) }
      let type = cmark_node_get_type(node)
      if type == CMARK_NODE_LIST {
        collect(node, depth: depth, into: &result)
        continue
      }
      guard let kind = kind(type) else { continue }
      var block = CommonMarkBlock(
        kind: kind, depth: depth, startLine: Int(cmark_node_get_start_line(node)),
        endLine: Int(cmark_node_get_end_line(node)))
      switch type {
      case CMARK_NODE_HEADING: block.level = Int(cmark_node_get_heading_level(node))
      case CMARK_NODE_CODE_BLOCK:
        block.info = cmark_node_get_fence_info(node).flatMap { plain(String(cString: $0)) }
      case CMARK_NODE_THEMATIC_BREAK: block.endLine = block.startLine
      case CMARK_NODE_HTML_BLOCK:
        // cmark ends a block whose end condition is met one line early; its text has the right number of lines.
        let text = cmark_node_get_literal(node).map { String(cString: $0) } ?? ""
        block.endLine = block.startLine + LineIndex(bytes: Array(text.utf8)).count - 2
      default: break
      }
      result.append(block)
      if type == CMARK_NODE_BLOCK_QUOTE || type == CMARK_NODE_ITEM {
        collect(node, depth: depth + 1, into: &result)
      }
    }
  }

  private static func kind(_ type: cmark_node_type) -> String? {
    switch type {
    case CMARK_NODE_HEADING: "heading"
    case CMARK_NODE_PARAGRAPH: "paragraph"
    case CMARK_NODE_CODE_BLOCK: "code"
    case CMARK_NODE_HTML_BLOCK: "html"
    case CMARK_NODE_BLOCK_QUOTE: "blockQuote"
    case CMARK_NODE_ITEM: "listItem"
    case CMARK_NODE_THEMATIC_BREAK: "thematicBreak"
    default: nil
    }
  }

  private static func plain(_ info: String) -> String? {
    info.utf8.contains { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "&") || $0 < 0x20 || $0 >= 0x7F }
      ? nil : info
  }
}
