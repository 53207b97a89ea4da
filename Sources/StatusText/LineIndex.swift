import Glibc

/// The offsets of the lines of a text. Converts byte offsets into positions, only when something is printed.
///
/// A line ends at LF, CR LF or a lone CR, as in CommonMark.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [UInt32]

  /// Indexes `source` in one pass.
  package init(_ source: SourceText) {
    self.init(bytes: source.bytes)
  }

  /// Indexes `bytes` with one fast search if every line ends in LF, which is nearly always the case.
  package init(bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return }
      starts.reserveCapacity(bytes.count / 32)
      let hasCarriageReturns = memchr(base, Int32(ASCII.carriageReturn), bytes.count) != nil
      if hasCarriageReturns { return Self.addAllStarts(in: bytes, to: &starts) }
      var offset = 0
      while let found = memchr(base + offset, Int32(ASCII.lineFeed), bytes.count - offset) {
        offset = UnsafeRawPointer(base).distance(to: found) + 1
        starts.append(UInt32(offset))
      }
    }
    self.bytes = bytes
    self.starts = starts
  }

  private static func addAllStarts(in bytes: UnsafeBufferPointer<UInt8>, to starts: inout [UInt32]) {
    for offset in 0..<bytes.count {
      let byte = bytes[offset]
      guard ASCII.isLineEnd(byte) else { continue }
      let isHalf =
        byte == ASCII.carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == ASCII.lineFeed
      if !isHalf { starts.append(UInt32(offset + 1)) }
    }
  }

  /// The number of lines. After a final line ending there is an empty last line.
  package var count: Int { starts.count }

  /// The line, from 1, that contains the byte at `offset`.
  package func line(at offset: Int) -> Int {
    max(1, starts.partitioningIndex { Int($0) > offset })
  }

  /// The position of the byte at `offset`; beyond the end, the position after the last byte.
  package func position(at offset: Int) -> TextPosition {
    let line = line(at: offset)
    let start = Int(starts[line - 1])
    var end = min(max(offset, start), bytes.count)
    // An offset within a character means the character.
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    // Every byte that does not continue a UTF-8 sequence begins a character.
    let characters = bytes[start..<end].lazy.count { $0 & 0xC0 != 0x80 }
    return TextPosition(line: line, column: characters + 1)
  }

  /// The bytes of `line` (from 1) without its line ending; empty if there is no such line.
  package func range(ofLine line: Int) -> ByteRange {
    guard line >= 1, line <= starts.count else { return ByteRange(bytes.count, bytes.count) }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : bytes.count
    while end > start, bytes[end - 1] == ASCII.lineFeed || bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
    return ByteRange(start, end)
  }
}
