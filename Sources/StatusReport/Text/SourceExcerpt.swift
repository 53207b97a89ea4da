import StatusText

/// One line of a file as a terminal shows it, cut around a range, and which columns the range takes there.
///
/// Columns are counted as terminals count them (`DisplayWidth`); a tab is four spaces wherever it stands, so
/// that a cut does not move what follows. Work is bounded by the columns to fill, however long the line is.
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
      let from = Self.beginning(of: columns, in: bytes, from: line.lower, to: start)
      // Four bytes a column hold every character but those that take no column.
      let window = from..<min(line.upper, start + 4 * columns)
      let (first, end) = measure(bytes, window, marked: marked, columns: columns)
      keep(from: first, columns: columns, cutBefore: from > line.lower, cutAfter: end < line.upper)
    }
  }

  /// Where the `count` characters before `end` begin, but not before `start`; a stray continuation byte is
  /// none.
  private static func beginning(
    of count: Int, in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) -> Int {
    let least = max(start, end - 4 * count)
    var offset = end
    var left = count
    while offset > least, left > 0 {
      offset -= 1
      if bytes[offset] & 0xC0 != 0x80 { left -= 1 }
    }
    while offset < end, offset > start, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  /// Fills `cells` from the bytes in `window`, until more than `columns` columns follow the mark's beginning;
  /// the index of the first cell at or after it, and the offset at which it stopped.
  private mutating func measure(
    _ bytes: UnsafeBufferPointer<UInt8>, _ window: Range<Int>, marked: Range<Int>, columns: Int
  ) -> (first: Int, end: Int) {
    shown.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
    var first: Int?
    var following = 0
    var offset = window.lowerBound
    while offset < window.upperBound, following <= columns {
      let unit = DisplayText.unit(in: bytes, at: offset)
      let end = offset + unit.length
      if end > marked.lowerBound, first == nil { first = cells.count }
      let width = show(unit, bytes[offset..<end])
      if first != nil { following += width }
      let isMarked = offset < marked.upperBound && end > marked.lowerBound
      cells.append(Cell(end: shown.count, columns: width, isMarked: isMarked))
      offset = end
    }
    return (first ?? cells.count, offset)
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

  /// Keeps the cells around the one at `mark` that fit into `columns`, with an ellipsis where some are left
  /// out.
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

  /// The cells that fit: a third of the columns goes to what stands before `mark`, and more where less
  /// follows.
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
