import StatusSyntax
import StatusText

/// Finds the fields of a stretch of an outline: those that are nested in no other field and are in no quote.
struct FieldCollector {
  private let source: SourceText
  private let outline: MarkdownOutline
  /// Few tasks and phases have more fields.
  private static let usualCount = 8

  /// For each list item, the paragraph of the first field in it; -1 where it has none.
  private var fieldParagraph: [Int32]

  init(_ source: SourceText, _ outline: MarkdownOutline) {
    self.source = source
    self.outline = outline
    self.fieldParagraph = [Int32](repeating: -1, count: outline.blocks.count)
  }

  /// The fields among the blocks `indices`, each with the lines that continue it; none reaches past `end`, the
  /// byte offset where the stretch ends.
  mutating func fields(in indices: Range<Int>, end: Int) -> [Field] {
    var fields: [Field] = []
    var paragraph: Int32 = -1
    var open: (block: MarkdownOutline.Block, name: FieldName?)?
    func close(at offset: Int) {
      guard let (block, name) = open else { return }
      let start = block.value.isEmpty ? block.range.upper : block.value.lower
      let end = endOfLines(before: offset, from: start)
      if fields.isEmpty { fields.reserveCapacity(Self.usualCount) }
      fields.append(
        Field(
          name: name, nameRange: block.text, valueRange: block.value,
          region: ByteRange(start, max(end, block.value.upper))))
      open = nil
    }
    for index in indices {
      let block = outline.blocks[index]
      switch block.kind {
      case .field:
        guard !isNested(block, paragraph: paragraph) else { continue }
        close(at: block.range.lower)
        open = (block, fieldName(block.text))
      case .paragraph, .table:
        paragraph = Int32(index)
        // The paragraph that a field opens is not what ends the field before it: the field itself is.
        let startsWithField = index + 1 < indices.upperBound && outline.blocks[index + 1].kind == .field
        if block.parent < 0 && !startsWithField { close(at: block.range.lower) }
      case .heading, .thematicBreak, .html:
        if block.parent < 0 { close(at: block.range.lower) }
      case .frontMatter, .code, .blockQuote, .listItem:
        break
      }
    }
    close(at: end)
    return fields
  }

  /// The end of the last line with something on it before the line of `offset`: the list marker before the next
  /// field is not part of this one.
  private func endOfLines(before offset: Int, from start: Int) -> Int {
    var end = offset
    if end < source.bytes.count {
      while end > start, !ASCII.isLineEnd(source.bytes[end - 1]) { end -= 1 }
    }
    while end > start, ASCII.isWhitespace(source.bytes[end - 1]) { end -= 1 }
    return end
  }

  private func fieldName(_ range: ByteRange) -> FieldName? {
    source.bytes.withUnsafeBufferPointer { FieldName(UnsafeBufferPointer(rebasing: $0[range.indices])) }
  }

  /// Whether a list item around the field belongs to another field, or a quote holds it. Fields on several lines
  /// of one paragraph are beside each other.
  private mutating func isNested(_ field: MarkdownOutline.Block, paragraph: Int32) -> Bool {
    var container = field.parent
    while container >= 0 {
      let block = outline.blocks[Int(container)]
      if block.kind == .blockQuote { return true }
      let owner = fieldParagraph[Int(container)]
      if owner >= 0 && owner != paragraph { return true }
      container = block.parent
    }
    if field.parent >= 0, fieldParagraph[Int(field.parent)] < 0 {
      fieldParagraph[Int(field.parent)] = paragraph
    }
    return false
  }
}
