import StatusText

/// A position in a line, counted in bytes and in columns, because a tab extends to the next multiple of four
/// (CommonMark 2.2). A position can be within a tab.
struct LineCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The offset after the last byte of the line.
  let end: Int
  /// The next byte. A tab that is only partly consumed is still the next byte.
  private(set) var offset: Int
  private var column = 0
  /// The first byte at or after `offset` that is not a space or tab, or `end`.
  private(set) var nonspace: Int
  private var nonspaceColumn = 0

  /// A cursor at the beginning of the line from `start` to `end`.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int) {
    self.bytes = bytes
    self.end = end
    offset = start
    nonspace = start
    findNonspace()
  }

  /// The blank columns before `nonspace`.
  @inline(__always) var indent: Int { nonspaceColumn - column }
  /// Whether only blanks remain.
  @inline(__always) var isBlank: Bool { nonspace >= end }

  /// The byte at an offset; a line feed past the end of the line.
  @inline(__always)
  func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : ASCII.lineFeed }

  /// Skips at most `count` columns of blanks.
  @inline(__always)
  mutating func skipColumns(_ count: Int) {
    let target = min(column + count, nonspaceColumn)
    while column < target {
      guard bytes[offset] == ASCII.tab else {
        column += 1
        offset += 1
        continue
      }
      let stop = (column | 3) + 1
      column = min(stop, target)
      if column == stop { offset += 1 }
    }
  }

  /// Skips all blanks.
  @inline(__always)
  mutating func skipBlanks() {
    offset = nonspace
    column = nonspaceColumn
  }

  /// Skips the blanks and a marker of `count` bytes, one column each.
  @inline(__always)
  mutating func skipMarker(_ count: Int) {
    offset = nonspace + count
    column = nonspaceColumn + count
    nonspace = offset
    nonspaceColumn = column
    findNonspace()
  }

  @inline(__always)
  private mutating func findNonspace() {
    while nonspace < end {
      let byte = bytes[nonspace]
      if byte == ASCII.space {
        nonspaceColumn += 1
      } else if byte == ASCII.tab {
        nonspaceColumn = (nonspaceColumn | 3) + 1
      } else {
        return
      }
      nonspace += 1
    }
  }
}
