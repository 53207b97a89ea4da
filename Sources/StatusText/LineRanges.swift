/// The lines of a part of a text, one after the other, each without its line ending. After a final line ending there is
/// none.
package struct LineRanges: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var start: Int
  private let end: Int

  /// The lines in `range` of `bytes`.
  init(_ bytes: [UInt8], in range: ByteRange) {
    self.bytes = bytes
    start = range.lower
    end = range.upper
  }

  /// The next line; nil after the last one.
  package mutating func next() -> ByteRange? {
    guard start < end else { return nil }
    let line = ByteRange(start, bytes.lineEnd(from: start, to: end))
    start = bytes.nextLine(after: line.upper)
    return line
  }
}
