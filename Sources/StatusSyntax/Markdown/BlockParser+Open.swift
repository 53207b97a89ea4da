import StatusText

/// Opens the new blocks on a line.
extension BlockParser {
  /// What remains of a line after its new blocks are open.
  enum Rest { case lineIsDone, textRemains }

  /// Opens the blocks that begin at `cursor`, containers first, until one of them consumes the line or only
  /// text or blanks remain.
  mutating func openBlocks(_ cursor: inout LineCursor) -> Rest {
    // A line after a paragraph may continue it even if the containers of the paragraph do not continue.
    var mayBeCode = leaf != .paragraph
    var interrupting = leaf == .paragraph && matched == containers.count
    while !cursor.isBlank {
      if cursor.indent >= 4 {
        guard mayBeCode else { return .textRemains }
        openIndentedCode(&cursor)
        return .lineIsDone
      }
      switch cursor.byte(at: cursor.nonspace) {
      case UInt8(ascii: ">"):
        guard openQuote(&cursor) else { return .textRemains }
      case UInt8(ascii: "#"):
        return openHeading(cursor) ? .lineIsDone : .textRemains
      case UInt8(ascii: "`"), UInt8(ascii: "~"):
        return openFence(cursor) ? .lineIsDone : .textRemains
      case UInt8(ascii: "<"):
        return openHTML(cursor, interrupting: !mayBeCode) ? .lineIsDone : .textRemains
      case UInt8(ascii: "="):
        return interrupting && underline(cursor) == .heading ? .lineIsDone : .textRemains
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "+"):
        if interrupting {
          switch underline(cursor) {
          case .heading: return .lineIsDone
          case .text: return .textRemains
          case .none: break
          }
        }
        if openThematicBreak(cursor) { return .lineIsDone }
        guard openItem(&cursor, interrupting) else { return .textRemains }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard openItem(&cursor, interrupting) else { return .textRemains }
      default:
        return .textRemains
      }
      mayBeCode = true
      interrupting = false
    }
    return .textRemains
  }

  private mutating func openIndentedCode(_ cursor: inout LineCursor) {
    cursor.skipColumns(4)
    openLeaf(.indentedCode, .code, at: cursor.offset)
  }

  private mutating func openQuote(_ cursor: inout LineCursor) -> Bool {
    guard matched < MarkdownOutline.depthLimit else { return false }
    closeUnmatched()
    let index = open(.blockQuote, at: cursor.nonspace)
    quotes |= 1 << UInt128(matched)
    push(Container(block: Int32(index), contentIndent: -1, columns: columns, children: 0, end: cursor.end))
    skipQuoteMarker(&cursor)
    return true
  }

  private mutating func openItem(_ cursor: inout LineCursor, _ interrupting: Bool) -> Bool {
    let length = ListMarker.length(cursor, interrupting: interrupting)
    guard length > 0, matched < MarkdownOutline.depthLimit else { return false }
    closeUnmatched()
    let start = cursor.nonspace
    let markerIndent = cursor.indent
    let index = open(.listItem, at: start)
    blocks[index].marker = ByteRange(start, start + length)
    cursor.skipMarker(length)
    var padding = length + cursor.indent
    if cursor.isBlank || cursor.indent < 1 || cursor.indent > 4 {
      // The item begins with a blank line or indented code: its content begins one column after the marker.
      padding = length + 1
      cursor.skipColumns(1)
    } else {
      cursor.skipBlanks()
    }
    let indent = markerIndent + padding
    push(
      Container(
        block: Int32(index), contentIndent: indent, columns: columns + indent, children: 0, end: cursor.end))
    return true
  }

  /// The number of columns by which items indent the content of the innermost container.
  private var columns: Int { containers.last?.columns ?? 0 }

  private mutating func push(_ container: Container) {
    containers.append(container)
    matched += 1
  }

  private mutating func openHeading(_ cursor: LineCursor) -> Bool {
    let start = cursor.nonspace
    var position = start
    while position < cursor.end, bytes[position] == UInt8(ascii: "#") { position += 1 }
    let level = position - start
    guard level <= 6, position == cursor.end || ASCII.isBlank(bytes[position]) else { return false }
    openLeaf(.none, .heading, at: start)
    blocks[leafBlock].level = UInt8(level)
    blocks[leafBlock].text = headingText(from: position, to: cursor.end)
    closeLeaf(meeting: true)
    return true
  }

  /// The text of an ATX heading, without closing `#`s that follow a blank.
  private func headingText(from start: Int, to end: Int) -> ByteRange {
    let all = trimmed(from: start, to: end)
    var closing = all.upper
    while closing > all.lower, bytes[closing - 1] == UInt8(ascii: "#") { closing -= 1 }
    if closing == all.lower { return ByteRange(closing, closing) }
    guard closing < all.upper, ASCII.isBlank(bytes[closing - 1]) else { return all }
    return trimmed(from: all.lower, to: closing)
  }

  /// The range from `start` to `end` without the blanks on both sides.
  func trimmed(from start: Int, to end: Int) -> ByteRange {
    var first = start
    var last = end
    while first < last, ASCII.isBlank(bytes[first]) { first += 1 }
    while last > first, ASCII.isBlank(bytes[last - 1]) { last -= 1 }
    return ByteRange(first, last)
  }

  private mutating func openFence(_ cursor: LineCursor) -> Bool {
    let start = cursor.nonspace
    let mark = bytes[start]
    var position = start
    while position < cursor.end, bytes[position] == mark { position += 1 }
    let length = position - start
    guard length >= 3 else { return false }
    if mark == UInt8(ascii: "`") {
      for offset in position..<cursor.end where bytes[offset] == mark { return false }
    }
    openLeaf(.fencedCode, .code, at: start)
    blocks[leafBlock].isFenced = true
    blocks[leafBlock].text = trimmed(from: position, to: cursor.end)
    fenceByte = mark
    fenceLength = length
    return true
  }

  private mutating func openHTML(_ cursor: LineCursor, interrupting: Bool) -> Bool {
    let kind = HTMLBlock.kind(cursor, interrupting: interrupting)
    guard kind > 0 else { return false }
    openLeaf(.html, .html, at: cursor.nonspace)
    htmlKind = kind
    if HTMLBlock.ends(kind, cursor) { closeLeaf(meeting: true) }
    return true
  }

  private mutating func openThematicBreak(_ cursor: LineCursor) -> Bool {
    let start = cursor.nonspace
    let mark = bytes[start]
    guard start >= thematicBreakLimit, mark != UInt8(ascii: "+") else { return false }
    var position = start
    var count = 0
    while position < cursor.end {
      let byte = bytes[position]
      if byte == mark {
        count += 1
      } else if !ASCII.isBlank(byte) {
        break
      }
      position += 1
    }
    guard position == cursor.end, count >= 3 else {
      thematicBreakLimit = position
      return false
    }
    openLeaf(.none, .thematicBreak, at: start)
    closeLeaf(meeting: true)
    return true
  }
}
