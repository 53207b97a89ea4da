import StatusText

/// Paragraphs, and what they become: fields, tables, setext headings, only definitions.
extension BlockParser {
  /// The meaning of a line of `=` or `-` below a paragraph.
  enum Underline { case none, heading, text }

  /// Adds the line to the open paragraph (lazily, if not all of its containers continue), or begins a
  /// paragraph.
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
    if FieldLine.isMark(bytes[start]) || ASCII.isOne(bytes[start], of: "-+"),
      blocks[leafBlock].kind == .paragraph
    {
      addField(cursor)
    }
  }

  private mutating func addField(_ cursor: LineCursor) {
    let start = afterOddMarker(cursor)
    guard let field = FieldLine(bytes, from: start, to: cursor.end) else { return }
    let parent = matched > 0 ? containers[matched - 1].block : -1
    blocks.append(
      Block(
        kind: .field, parent: parent, startLine: line, endLine: line,
        range: ByteRange(cursor.nonspace, cursor.end), text: field.name, value: field.value))
  }

  /// The place after a bullet with no-break spaces, which is not a list item but is meant as one.
  private func afterOddMarker(_ cursor: LineCursor) -> Int {
    var place = cursor.nonspace
    guard ASCII.isOne(bytes[place], of: "-*+"), place + 2 < cursor.end, bytes[place + 1] == 0xC2 else {
      return place
    }
    place += 1
    while place + 1 < cursor.end, bytes[place] == 0xC2, bytes[place + 1] == 0xA0 { place += 2 }
    return place
  }

  /// Turns the open paragraph into a table if the line, its second, is a delimiter row. Rows are not fields.
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

  /// Turns the open paragraph, which the line continues, into a setext heading if the line underlines it.
  mutating func underline(_ cursor: LineCursor) -> Underline {
    let mark = cursor.byte(at: cursor.nonspace)
    guard mark == UInt8(ascii: "=") || mark == UInt8(ascii: "-") else { return .none }
    var position = cursor.nonspace
    while position < cursor.end, bytes[position] == mark { position += 1 }
    while position < cursor.end, ASCII.isBlank(bytes[position]) { position += 1 }
    guard position == cursor.end else { return .none }

    let textStart: Int
    if definitions.isOpen {
      // Only definitions: there is nothing to underline, and the line begins the text of the paragraph.
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

  /// Removes the definitions from the beginning of the open paragraph, and the fields that turn out to be
  /// part of one.
  ///
  /// - Returns: the start of the text after them; nil if there is none.
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
