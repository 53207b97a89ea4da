/// Lines end at LF, CR LF or a lone CR (CommonMark 2.1).
extension Array where Element == UInt8 {
  /// The offset of the first line ending from `start` on, before `end`; `end` when there is none.
  package func lineEnd(from start: Int, to end: Int) -> Int {
    let lineFeed = offset(of: ASCII.lineFeed, from: start, to: end)
    return offset(of: ASCII.carriageReturn, from: start, to: lineFeed)
  }

  /// The offset of the first line ending from `start` on; the number of bytes when there is none.
  package func lineEnd(from start: Int) -> Int { lineEnd(from: start, to: count) }

  /// The offset where the line begins that contains the byte at `offset`.
  package func lineStart(before offset: Int) -> Int {
    self[..<offset].lastIndex(where: ASCII.isLineEnd).map { $0 + 1 } ?? 0
  }

  /// The offset of the line after the one that ends at `end`; the number of bytes if there is none.
  package func nextLine(after end: Int) -> Int {
    var next = end
    if next < count, self[next] == ASCII.carriageReturn { next += 1 }
    if next < count, self[next] == ASCII.lineFeed { next += 1 }
    return next
  }

  /// The lines in `range`, each without its line ending.
  package func lines(in range: ByteRange) -> LineRanges { LineRanges(self, in: range) }

  /// The number of blanks at the beginning of the line at `line`.
  package func indent(at line: Int) -> Int { self[line...].prefix(while: ASCII.isBlank).count }

  /// Whether there is a line at `line` with nothing but blanks.
  package func isBlankLine(at line: Int) -> Bool {
    guard line < count else { return false }
    let first = line + indent(at: line)
    return first == count || ASCII.isLineEnd(self[first])
  }
}
