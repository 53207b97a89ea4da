import StatusText

/// The rows that make a paragraph a table (GFM 4.10).
enum TableRow {
  /// Whether the line `delimiter` is a delimiter row with as many cells as the line `header`.
  ///
  /// One of them must have a pipe: `:-` below a word is not a table.
  static func beginTable(
    _ bytes: UnsafeBufferPointer<UInt8>, header: ByteRange, delimiter: ByteRange
  ) -> Bool {
    guard let cells = delimiterCells(bytes, delimiter) else { return false }
    let (columns, hasPipe) = headerCells(bytes, header)
    return columns == cells && (hasPipe || bytes[delimiter.indices].contains(pipe))
  }

  private static let pipe = UInt8(ascii: "|")

  /// The number of cells of a delimiter row; nil if the line is not one.
  private static func delimiterCells(_ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteRange) -> Int? {
    var position = line.lower
    var cells = 0
    func skipBlanks() { while position < line.upper, ASCII.isBlank(bytes[position]) { position += 1 } }
    func skip(_ byte: UInt8) -> Bool {
      guard position < line.upper, bytes[position] == byte else { return false }
      position += 1
      return true
    }
    skipBlanks()
    _ = skip(pipe)
    while true {
      skipBlanks()
      if position == line.upper { return cells > 0 ? cells : nil }
      _ = skip(UInt8(ascii: ":"))
      guard skip(UInt8(ascii: "-")) else { return nil }
      while skip(UInt8(ascii: "-")) {}
      _ = skip(UInt8(ascii: ":"))
      cells += 1
      skipBlanks()
      guard skip(pipe) || position == line.upper else { return nil }
    }
  }

  /// The number of cells of any row; a pipe after a backslash does not end one.
  private static func headerCells(
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: ByteRange
  ) -> (cells: Int, hasPipe: Bool) {
    var cells = 0
    var hasPipe = false
    var hasContent = false  // since the last pipe
    var isEscaped = false
    for position in line.indices {
      let byte = bytes[position]
      if byte == pipe, !isEscaped {
        // A pipe at the beginning only opens the row.
        if hasPipe || hasContent { cells += 1 }
        hasPipe = true
        hasContent = false
      } else if !ASCII.isBlank(byte) {
        hasContent = true
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return (cells + (hasContent ? 1 : 0), hasPipe)
  }
}
