/// The lines of one file, with columns in constant time.
///
/// `LineIndex` counts a column from the beginning of its line. That works for lines that people write, but
/// many findings in one line of a megabyte (a minified state.json) would take quadratic time. Beyond
/// `longLine` bytes in a line, the characters of the file are counted once, block by block.
package struct FileLines {
  /// The bytes of the file.
  package let bytes: [UInt8]
  private let index: LineIndex
  /// The number of characters that begin before each block; empty until needed for a column.
  private var charactersBefore: [UInt32] = []

  private static let longLine = 4096
  private static let block = 512

  /// Indexes the lines of `source`.
  package init(_ source: SourceText) {
    bytes = source.bytes
    index = LineIndex(source)
  }

  /// The bytes of `line` (from 1) without its line ending.
  package func range(ofLine line: Int) -> ByteRange { index.range(ofLine: line) }

  /// The line, from 1, that contains the byte at `offset`.
  package func line(at offset: Int) -> Int { index.line(at: offset) }

  /// The position of the byte at `offset`; beyond the end, the position after the last byte.
  package mutating func position(at offset: Int) -> TextPosition {
    let line = index.line(at: offset)
    let start = index.range(ofLine: line).lower
    var end = min(max(offset, start), bytes.count)
    if end - start <= Self.longLine { return index.position(at: offset) }
    if charactersBefore.isEmpty { charactersBefore = Self.countCharacters(bytes) }
    // An offset within a character means the character.
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return TextPosition(line: line, column: characters(before: end) - characters(before: start) + 1)
  }

  private func characters(before offset: Int) -> Int {
    let block = offset / Self.block
    let tail = bytes[block * Self.block..<offset]
    return Int(charactersBefore[block]) + tail.lazy.count { $0 & 0xC0 != 0x80 }
  }

  private static func countCharacters(_ bytes: [UInt8]) -> [UInt32] {
    var counts: [UInt32] = []
    counts.reserveCapacity(bytes.count / block + 1)
    var count: UInt32 = 0
    bytes.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, through: bytes.count, by: block) {
        counts.append(count)
        // A loop without branches or checks, so that it can be vectorized.
        for byte in bytes[start..<min(start + block, bytes.count)] {
          count &+= byte & 0xC0 == 0x80 ? 0 : 1
        }
      }
    }
    return counts
  }
}
