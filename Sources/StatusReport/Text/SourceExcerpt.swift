import StatusText

/// One line of a file as a terminal shows it, cut around a range, and which columns the range takes there.
///
/// Columns are counted as terminals count them (`DisplayWidth`); a tab is four spaces wherever it stands, so that a
/// cut does not move what follows. Work is bounded by the columns to fill, however long the line is.
struct SourceExcerpt {
  /// The text to show, without a line end; everything that must not be shown raw is escaped.
  private(set) var text: [UInt8] = []
  /// The columns before the range.
  private(set) var markStart = 0
  /// The columns of the range, at least one: an empty range has a place too.
  private(set) var markCount = 1

  private var shown: [UInt8] = []
  private var cells: [Cell] = []

  /// One character of the line, as it is shown.
  private struct Cell {
    /// The offset after its bytes in `shown`.
    var end: Int
    /// The columns it takes.
    var columns: Int
    /// Whether it lies in the range.
    var isMarked: Bool
  }

  private static let tabColumns = 4
  private static let ellipsis = Array("…".utf8)

  /// Cuts the bytes `line` of `bytes` to at most `columns` columns around `range`, which begins in that line.
  mutating func cut(_ bytes: [UInt8], line: ByteRange, around range: ByteRange, columns: Int) {
    let start = min(max(range.lower, line.lower), line.upper)
    let marked = start..<min(max(range.upper, start), line.upper)
    bytes.withUnsafeBufferPointer { bytes in
      // No character takes more than four bytes a column, but for those that take none.
      var from = max(line.lower, start - 4 * columns)
      while from < start, from > line.lower, bytes[from] & 0xC0 == 0x80 { from += 1 }
      let till = min(line.upper, start + 8 * columns)
      let first = measure(bytes, from..<till, marked: marked)
      keep(from: first, columns: columns, cutBefore: from > line.lower, cutAfter: till < line.upper)
    }
  }

  /// Fills `cells` from the bytes in `window`; the index of the first cell at or after the mark's beginning.
  private mutating func measure(
    _ bytes: UnsafeBufferPointer<UInt8>, _ window: Range<Int>, marked: Range<Int>
  ) -> Int {
    shown.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    var first: Int?
    var offset = window.lowerBound
    while offset < window.upperBound {
      let unit = DisplayText.unit(in: bytes, at: offset)
      let end = offset + unit.length
      if end > marked.lowerBound, first == nil { first = cells.count }
      let columns = show(unit, bytes[offset..<end])
      let isMarked = offset < marked.upperBound && end > marked.lowerBound
      cells.append(Cell(end: shown.count, columns: columns, isMarked: isMarked))
      offset = end
    }
    return first ?? cells.count
  }

  /// Appends a character to `shown`; the columns it takes.
  private mutating func show(_ unit: DisplayText.Unit, _ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    if unit.scalar == UInt32(ASCII.tab) {
      shown.append(contentsOf: repeatElement(ASCII.space, count: Self.tabColumns))
      return Self.tabColumns
    }
    if unit.needsEscape {
      let before = shown.count
      DisplayText.append(escapeOf: unit, to: &shown)
      return shown.count - before
    }
    shown.append(contentsOf: bytes)
    return DisplayWidth.columns(of: unit.scalar)
  }

  /// Keeps the cells around the one at `mark` that fit into `columns`, with an ellipsis where some are left out.
  private mutating func keep(from mark: Int, columns: Int, cutBefore: Bool, cutAfter: Bool) {
    var kept = 0..<cells.count
    if cutBefore || cutAfter || columnCount(kept) > columns {
      // Both ellipses have room, whether they are needed or not.
      kept = fitting(around: mark, columns: columns - 2)
    }
    text.removeAll(keepingCapacity: true)
    let isCutBefore = cutBefore || kept.lowerBound > 0
    if isCutBefore { text.append(contentsOf: Self.ellipsis) }
    let begin = kept.lowerBound == 0 ? 0 : cells[kept.lowerBound - 1].end
    let end = kept.isEmpty ? begin : cells[kept.upperBound - 1].end
    text.append(contentsOf: shown[begin..<end])
    if cutAfter || kept.upperBound < cells.count { text.append(contentsOf: Self.ellipsis) }
    markStart = (isCutBefore ? 1 : 0) + columnCount(kept.lowerBound..<mark)
    markCount = max(
      1, cells[mark..<max(mark, kept.upperBound)].reduce(0) { $0 + ($1.isMarked ? $1.columns : 0) })
  }

  /// The cells that fit: a third of the columns goes to what stands before `mark`, and more where less follows.
  private func fitting(around mark: Int, columns: Int) -> Range<Int> {
    let following = columnCount(mark..<cells.count)
    let before = max(columns / 3, columns - following)
    var used = 0
    var first = mark
    while first > 0, used + cells[first - 1].columns <= before {
      first -= 1
      used += cells[first].columns
    }
    var last = mark
    while last < cells.count, used + cells[last].columns <= columns {
      used += cells[last].columns
      last += 1
    }
    return first..<last
  }

  private func columnCount(_ range: Range<Int>) -> Int {
    cells[range].reduce(0) { $0 + $1.columns }
  }
}
