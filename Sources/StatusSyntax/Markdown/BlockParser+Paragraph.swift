import StatusText

/// Paragraphs, and what becomes of them: fields, tables, setext headings, nothing but definitions.
extension BlockParser {
  /// What a line of `=` or `-` beneath a paragraph means.
  enum Underline { case none, heading, text }

  /// Adds the line to the open paragraph, lazily where not all of its containers go on, or begins one.
  mutating func addText(_ cursor: LineCursor) {
    let start = cursor.nonspace
    if leaf == .paragraph {
      let isSecond = blocks[leafBlock].startLine + 1 == line
      if isSecond, matched == containers.count, !definitions.isOpen { beginTable(cursor) }
      if definitions.isOpen {
        // A lazy line keeps its blanks, so that no definition begins on it.
        let isLazy = matched < containers.count
        definitions.append(from: isLazy ? cursor.offset : start, to: scanner.next)
      }
    } else {
      closeUnmatched()
      openLeaf(.paragraph, .paragraph, at: start)
      let mayDefine =
        bytes[start] == UInt8(ascii: "[")
        && LinkReferenceDefinition.mayBegin(bytes, from: start, to: cursor.end)
      definitions.begin(isOpen: mayDefine)
      if mayDefine { definitions.append(from: start, to: scanner.next) }
    }
    leafEnd = cursor.end
    if bytes[start] == UInt8(ascii: "*"), blocks[leafBlock].kind == .paragraph { addField(cursor) }
  }

  private mutating func addField(_ cursor: LineCursor) {
    guard let field = FieldLine(bytes, from: cursor.nonspace, to: cursor.end) else { return }
    let parent = matched > 0 ? containers[matched - 1].block : -1
    blocks.append(
      Block(
        kind: .field, parent: parent, startLine: line, endLine: line,
        range: ByteRange(cursor.nonspace, cursor.end), text: field.name, value: field.value))
  }

  /// Makes the open paragraph a table when the line, its second, says so. Rows are no fields.
  private mutating func beginTable(_ cursor: LineCursor) {
    switch bytes[cursor.nonspace] {
    case UInt8(ascii: "|"), UInt8(ascii: "-"), UInt8(ascii: ":"): break
    default: return
    }
    let header = ByteRange(blocks[leafBlock].range.lower, leafEnd)
    let delimiter = ByteRange(cursor.nonspace, cursor.end)
    guard TableRow.beginTable(bytes, header: header, delimiter: delimiter) else { return }
    blocks.removeSubrange((leafBlock + 1)...)
    blocks[leafBlock].kind = .table
  }

  /// Makes the open paragraph, which the line goes on with, a setext heading when the line underlines it.
  mutating func underline(_ cursor: LineCursor) -> Underline {
    let mark = cursor.byte(at: cursor.nonspace)
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return .none }
    var position = cursor.nonspace
    while position < cursor.end, bytes[position] == mark { position += 1 }
    while position < cursor.end, ASCII.isBlank(bytes[position]) { position += 1 }
    guard position == cursor.end else { return .none }

    let textStart: Int
    if definitions.isOpen {
      // Definitions only: there is nothing to underline, and the line is the first of the paragraph's text.
      guard let rest = consumeDefinitions() else { return .text }
      textStart = rest
    } else {
      textStart = blocks[leafBlock].range.lower
    }
    blocks.removeSubrange((leafBlock + 1)...)
    blocks[leafBlock].kind = .heading
    blocks[leafBlock].level = mark == UInt8(ascii: "=") ? 1 : 2
    blocks[leafBlock].text = trimmed(from: textStart, to: leafEnd)
    leaf = .none
    leafEnd = cursor.end
    finishLeaf(line)
    return .heading
  }

  /// Takes the definitions off the beginning of the open paragraph, with the fields that turn out to be in one.
  ///
  /// - Returns: where the text after them begins; nil where there is none.
  mutating func consumeDefinitions() -> Int? {
    let consumed = definitions.consume(bytes)
    definitions.begin(isOpen: false)
    guard let rest = consumed.rest else {
      blocks.removeSubrange((leafBlock + 1)...)
      return nil
    }
    if consumed.lines > 0 {
      let first = leafBlock + 1
      let kept = blocks[first...].firstIndex { $0.range.lower >= rest } ?? blocks.count
      blocks.removeSubrange(first..<kept)
    }
    return rest
  }
}
