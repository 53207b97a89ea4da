import Glibc

/// The offsets of the lines of a text. Converts byte offsets into positions, only when something is printed.
///
/// A line ends at LF, CR LF or a lone CR, as in CommonMark.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [UInt32]
  /// For a text with a long line, the number of characters before each block of bytes; otherwise empty. To count the
  /// characters of such a line for each finding in it would take quadratic time.
  private let charactersBefore: [UInt32]

  private static let blockSize = 1024
  private static let longLine = 4 * blockSize

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
    charactersBefore = Self.hasLongLine(starts, bytes.count) ? Self.charactersBefore(bytes) : []
  }

  private static func hasLongLine(_ starts: [UInt32], _ count: Int) -> Bool {
    var last = starts.last.map { count - Int($0) } ?? 0
    for index in starts.indices.dropFirst() { last = max(last, Int(starts[index] - starts[index - 1])) }
    return last > longLine
  }

  private static func charactersBefore(_ bytes: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = []
    var total = 0
    for start in stride(from: 0, to: bytes.count, by: blockSize) {
      counts.append(UInt32(total))
      total += characters(bytes[start..<min(start + blockSize, bytes.count)])
    }
    return counts
  }

  /// Every byte that does not continue a UTF-8 sequence begins a character.
  private static func characters(_ bytes: ArraySlice<UInt8>) -> Int { bytes.lazy.count { $0 & 0xC0 != 0x80 } }

  /// The number of characters before `end` on the line that begins at `start`.
  private func characters(from start: Int, to end: Int) -> Int {
    guard !charactersBefore.isEmpty, end - start > Self.longLine else {
      return Self.characters(bytes[start..<end])
    }
    let first = start / Self.blockSize + 1
    let last = end / Self.blockSize
    return Self.characters(bytes[start..<(first * Self.blockSize)])
      + Int(charactersAt(last) - charactersAt(first))
      + Self.characters(bytes[(last * Self.blockSize)..<end])
  }

  /// The number of characters before a block; there is none at the very end of a text that fills its last one.
  private func charactersAt(_ block: Int) -> UInt32 {
    if block < charactersBefore.count { return charactersBefore[block] }
    let last = (charactersBefore.count - 1) * Self.blockSize
    return charactersBefore[charactersBefore.count - 1] + UInt32(Self.characters(bytes[last...]))
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
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The position of the byte at `offset`; beyond the end, the position after the last byte.
  package func position(at offset: Int) -> TextPosition {
    let line = line(at: offset)
    let start = Int(starts[line - 1])
    var end = min(max(offset, start), bytes.count)
    // An offset within a character means the character.
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return TextPosition(line: line, column: characters(from: start, to: end) + 1)
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
