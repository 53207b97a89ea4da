import StatusText

/// One line of a file as a terminal shows it, cut around a range, and the columns of the range.
///
/// Columns are counted like in terminals (`DisplayWidth`). A tab is always four spaces, so that cutting does
/// not move the text after it. The work is limited by the number of columns, even for a very long line.
struct SourceExcerpt {
  /// The text to show, without a newline; everything that must not be shown raw is escaped.
  private(set) var text: [UInt8] = []
  /// The number of columns before the range.
  private(set) var markStart = 0
  /// The number of columns of the range, at least one, because an empty range has a position too.
  private(set) var markCount = 1

  /// The part of `text` that is in the range.
  private(set) var markedBytes = 0..<0

  private var shown: [UInt8] = []
  private var cells: [Cell] = []

  /// One character of the line, as shown.
  private struct Cell {
    /// The end of its bytes in `shown`.
    var end: Int
    /// The number of columns.
    var columns: Int
    /// Whether it is in the range.
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
      // Four bytes per column are enough for every character, except those without a column.
      let window = from..<min(line.upper, start + 4 * columns)
      let (first, end) = measure(bytes, window, marked: marked, columns: columns)
      keep(from: first, columns: columns, cutBefore: from > line.lower, cutAfter: end < line.upper)
    }
  }

  /// The start of the `count` characters before `end`, but not before `start`. A stray continuation byte does
  /// not count.
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

  /// Fills `cells` from the bytes in `window`, until more than `columns` columns follow the start of the
  /// mark. Returns the index of the first cell at or after the mark, and the offset of the end.
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

  /// Appends a character to `shown`; returns its number of columns.
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

  /// Keeps the cells around the one at `mark` that fit in `columns`, with an ellipsis where cells are left
  /// out.
  private mutating func keep(from mark: Int, columns: Int, cutBefore: Bool, cutAfter: Bool) {
    var kept = 0..<cells.count
    if cutBefore || cutAfter || columnCount(kept) > columns {
      // Reserves room for both ellipses, even if they are not needed.
      kept = fitting(around: mark, columns: columns - 2)
    }
    text.removeAll(keepingCapacity: true)
    let isCutBefore = cutBefore || kept.lowerBound > 0
    if isCutBefore { text.append(contentsOf: Self.ellipsis) }
    let begin = byteEnd(ofCellsBefore: kept.lowerBound)
    let end = byteEnd(ofCellsBefore: kept.upperBound)
    text.append(contentsOf: shown[begin..<end])
    if cutAfter || kept.upperBound < cells.count { text.append(contentsOf: Self.ellipsis) }
    let shift = (isCutBefore ? Self.ellipsis.count : 0) - begin
    let markEnd = max(mark, cells[..<kept.upperBound].lastIndex { $0.isMarked }.map { $0 + 1 } ?? mark)
    markedBytes = byteEnd(ofCellsBefore: mark) + shift..<byteEnd(ofCellsBefore: markEnd) + shift
    markStart = (isCutBefore ? 1 : 0) + columnCount(kept.lowerBound..<mark)
    markCount = max(
      1, cells[mark..<max(mark, kept.upperBound)].reduce(0) { $0 + ($1.isMarked ? $1.columns : 0) })
  }

  /// The cells that fit. A third of the columns is for the text before `mark`, or more if less text follows.
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

  /// The end in `shown` of the cells before the one at `index`.
  private func byteEnd(ofCellsBefore index: Int) -> Int { index == 0 ? 0 : cells[index - 1].end }

  private func columnCount(_ range: Range<Int>) -> Int {
    cells[range].reduce(0) { $0 + $1.columns }
  }
}
