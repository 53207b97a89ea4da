import StatusText

/// The block phase of CommonMark 0.30, appendix "A parsing strategy". For each line it finds which open
/// blocks continue, then which new ones begin, then which block the rest of the line belongs to.
struct BlockParser {
  typealias Block = MarkdownOutline.Block

  /// A block quote or list item that is still open.
  struct Container {
    /// Its index in `blocks`.
    let block: Int32
    /// For a list item: the indentation of its content in columns. For a block quote: -1.
    let contentIndent: Int
    /// The sum of `contentIndent` from the outermost item to this one.
    let columns: Int
    /// The number of blocks in it. An item without a block ends at a blank line.
    var children: Int32
    /// The end of its last line that is not blank.
    var end: Int

    var isQuote: Bool { contentIndent < 0 }
  }

  /// The open leaf block.
  enum Leaf: UInt8 { case none, paragraph, fencedCode, indentedCode, html }

  let bytes: UnsafeBufferPointer<UInt8>
  var scanner: LineScanner
  /// The number of the current line; at the end, of the last line.
  var line: UInt32 = 0
  /// Whether all lines were read. Open blocks then end with the file.
  var isAtEnd = false

  var blocks: [Block] = []
  var containers: [Container] = []
  /// Which of `containers` are block quotes: one bit each up to the depth limit, the lowest bit for the
  /// outermost.
  var quotes: UInt128 = 0
  /// The number of `containers` that continue on the current line.
  var matched = 0

  var leaf = Leaf.none
  /// The index of the open leaf in `blocks`, and the end of its last line that counts.
  var leafBlock = 0
  var leafEnd = 0
  var fenceByte: UInt8 = 0
  var fenceLength = 0
  var htmlKind: UInt8 = 0
  var definitions = DefinitionLines()
  /// No thematic break begins before this offset, because a check from an earlier byte failed there.
  var thematicBreakLimit = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    scanner = LineScanner(bytes, from: bytes.starts(with: mark) ? mark.count : 0)
  }

  /// Parses all bytes. Call this once.
  mutating func parse() -> [Block] {
    // Plans have a block for every 48 bytes, task lists up to three times as many. Unused space is never
    // touched and costs nothing; growing later costs a copy.
    blocks.reserveCapacity(bytes.count / 16 + 16)
    parseFrontMatter()
    while scanner.advance() {
      line += 1
      if goesOnAsText() { continue }
      parseLine()
    }
    isAtEnd = true
    closeLeaf()
    closeContainers(downTo: 0)
    return blocks
  }

  private mutating func parseFrontMatter() {
    let start = scanner.next
    line = FrontMatter.skip(bytes, &scanner)
    guard line > 0 else { return }
    let range = ByteRange(start, scanner.end)
    blocks.append(Block(kind: .frontMatter, startLine: 1, endLine: line, range: range))
  }

  /// The fast path for most lines. A letter at the left margin begins no block and has no field, so an open
  /// paragraph continues, lazily or not. In a fence at the margin, only the fence's byte or a blank can end
  /// it.
  @inline(__always)
  private mutating func goesOnAsText() -> Bool {
    guard scanner.end > scanner.start else { return false }
    let first = bytes[scanner.start]
    switch leaf {
    case .paragraph:
      guard ASCII.isLetter(first) || first >= 0x80 else { return false }
      if definitions.isOpen { definitions.append(from: scanner.start, to: scanner.next) }
    case .fencedCode:
      guard containers.isEmpty, first != fenceByte, !ASCII.isBlank(first) else { return false }
    default: return false
    }
    leafEnd = scanner.end
    return true
  }

  private mutating func parseLine() {
    var cursor = LineCursor(bytes, start: scanner.start, end: scanner.end)
    thematicBreakLimit = 0
    matchContainers(&cursor)
    if matched == containers.count, leaf != .none, continueLeaf(&cursor) { return }
    switch openBlocks(&cursor) {
    case .lineIsDone: break
    case .textRemains where cursor.isBlank: endBlankLine()
    case .textRemains: addText(cursor)
    }
  }

  /// Finds how many of the open containers have their prefix on the line, and skips these prefixes.
  @inline(__always)
  private mutating func matchContainers(_ cursor: inout LineCursor) {
    matched = 0
    while matched < containers.count {
      if cursor.isBlank { return matchBlankRest(&cursor) }
      let container = containers[matched]
      if container.isQuote {
        guard cursor.indent < 4, cursor.byte(at: cursor.nonspace) == UInt8(ascii: ">") else { return }
        skipQuoteMarker(&cursor)
      } else if cursor.indent >= container.contentIndent {
        cursor.skipColumns(container.contentIndent)
      } else {
        return
      }
      matched += 1
    }
  }

  /// Finds which of the remaining containers continue with blanks: all items that are not empty, up to the
  /// next quote.
  ///
  /// This does not check them one by one, because a blank line in a hundred items would cost a hundred times
  /// its length.
  private mutating func matchBlankRest(_ cursor: inout LineCursor) {
    let quote = matched + (quotes >> UInt128(matched)).trailingZeroBitCount
    guard quote >= containers.count, let last = containers.last else {
      matched = quote
      return
    }
    // Only the innermost item can be empty. Then the blanks must reach its content.
    let columns = last.columns - (matched > 0 ? containers[matched - 1].columns : 0)
    matched = containers.count - (last.children == 0 && cursor.indent < columns ? 1 : 0)
    cursor.skipBlanks()
  }

  /// Skips `>` and the one blank that belongs to it.
  func skipQuoteMarker(_ cursor: inout LineCursor) {
    cursor.skipMarker(1)
    if cursor.indent > 0 { cursor.skipColumns(1) }
  }

  /// Passes the line to the open leaf, if all its containers continue. Returns false if the leaf does not
  /// consume it.
  @inline(__always)
  private mutating func continueLeaf(_ cursor: inout LineCursor) -> Bool {
    switch leaf {
    case .none, .paragraph: return false
    case .fencedCode:
      leafEnd = cursor.end
      if cursor.indent < 4, closesFence(cursor) { closeLeaf(meeting: true) }
      return true
    case .indentedCode:
      if cursor.isBlank { return true }
      guard cursor.indent >= 4 else { return false }
      leafEnd = cursor.end
      return true
    case .html:
      if htmlKind >= 6, cursor.isBlank { return false }
      leafEnd = cursor.end
      if HTMLBlock.ends(htmlKind, cursor) { closeLeaf(meeting: true) }
      return true
    }
  }

  private func closesFence(_ cursor: LineCursor) -> Bool {
    var position = cursor.nonspace
    while position < cursor.end, bytes[position] == fenceByte { position += 1 }
    guard position - cursor.nonspace >= fenceLength else { return false }
    while position < cursor.end, ASCII.isBlank(bytes[position]) { position += 1 }
    return position == cursor.end
  }

  /// A blank line ends what does not continue on it, and counts as a line of the block quote that it is
  /// marked for.
  private mutating func endBlankLine() {
    closeUnmatched()
    guard quotes != 0 else { return }
    containers[UInt128.bitWidth - 1 - quotes.leadingZeroBitCount].end = scanner.end
  }
}
