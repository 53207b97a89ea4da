import StatusReport
import StatusSyntax
import StatusText

/// The blocks of a Markdown file, as text and as JSON.
struct BlockOutline {
  private let source: SourceText
  private let outline: MarkdownOutline
  private let lines: LineIndex
  /// The boxes and rows in each block, by its number.
  private let parts: [Int: [OutlinePart]]

  init(_ source: SourceText) {
    self.source = source
    outline = MarkdownOutline(source)
    lines = LineIndex(source)
    parts = OutlinePart.all(in: source, outline)
  }

  /// A line for each block.
  func text() -> Message {
    var text: Message = ""
    for (index, block) in outline.blocks.enumerated() {
      let (first, last) = (Int(block.startLine), Int(block.endLine))
      let lines: Message = first == last ? "\(first)" : "\(first)-\(last)"
      let indent = String(repeating: "  ", count: depth(block))
      text += "\(lines.padded(to: 9)) \(indent)\(Self.name(block.kind))"
      if block.kind == .heading { text += " \(Int(block.level))" }
      let detail = [block.text, block.value].filter { !$0.isEmpty }.map {
        "\(bytes: source.bytes[$0.lower..<$0.upper])" as Message
      }
      text += detail.isEmpty ? "\n" : " \(detail.joined(separator: ": "))\n"
      for part in parts[index] ?? [] {
        let line: Message = "\(self.lines.line(at: part.range.lower))"
        text += "\(line.padded(to: 9)) \(indent)  \(part.text(in: source))\n"
      }
    }
    return text
  }

  private func depth(_ block: MarkdownOutline.Block) -> Int {
    var depth = 0
    var parent = block.parent
    while parent >= 0 {
      depth += 1
      parent = outline.blocks[Int(parent)].parent
    }
    return depth
  }

  /// An array of blocks; every value that a kind of block does not have is left out.
  func json() -> [UInt8] {
    var json = JSONWriter(capacity: outline.blocks.count * 96 + 16)
    let entries = outline.blocks.indices.flatMap { index in
      [(index, nil)] + (parts[index] ?? []).map { (index, $0) }
    }
    json.array(entries) { json, entry in
      let block = outline.blocks[entry.0]
      json.object { json in
        if let part = entry.1 { return part.write(in: source, lines, to: &json) }
        json.member("kind", Self.name(block.kind))
        json.member("startLine", Int(block.startLine))
        json.member("endLine", Int(block.endLine))
        switch block.kind {
        case .heading:
          json.member("level", Int(block.level))
          json.member("text", source.text(block.text))
        case .field:
          json.member("name", source.text(block.text))
          json.member("value", source.text(block.value))
        case .code: json.member("info", source.text(block.text))
        default: break
        }
      }
    }
    return json.finish()
  }

  private static func name(_ kind: MarkdownOutline.Block.Kind) -> String {
    switch kind {
    case .frontMatter: "front-matter"
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .code: "code"
    case .html: "html"
    case .blockQuote: "block-quote"
    case .listItem: "list-item"
    case .thematicBreak: "thematic-break"
    case .table: "table"
    case .field: "field"
    }
  }
}
