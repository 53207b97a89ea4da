/// Where the lines of a text begin: turns byte offsets into positions, only when something is printed.
///
/// A line ends at LF, CR LF or a lone CR, as in CommonMark.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [UInt32]

  /// Indexes `source` in one pass.
  package init(_ source: SourceText) {
    self.init(bytes: source.bytes)
  }

  /// Indexes `bytes` in one pass.
  package init(bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for offset in 0..<bytes.count {
        let byte = bytes[offset]
        guard byte == ASCII.lineFeed || byte == ASCII.carriageReturn else { continue }
        if byte == ASCII.carriageReturn, offset + 1 < bytes.count, bytes[offset + 1] == ASCII.lineFeed {
          continue
        }
        starts.append(UInt32(offset + 1))
      }
    }
    self.bytes = bytes
    self.starts = starts
  }

  /// The number of lines; a text that ends in a line end has an empty last one.
  package var count: Int { starts.count }

  /// The line, from 1, that holds the byte at `offset`.
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The position of the byte at `offset`; an offset past the end is the position after the last byte.
  package func position(at offset: Int) -> TextPosition {
    let line = line(at: offset)
    let start = Int(starts[line - 1])
    var end = min(max(offset, start), bytes.count)
    // Every byte that does not continue a UTF-8 sequence begins a character; one within it stands where it begins.
    while end > start, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let characters = bytes[start..<end].lazy.count { $0 & 0xC0 != 0x80 }
    return TextPosition(line: line, column: characters + 1)
  }

  /// The bytes of `line` (from 1) without its line end; empty for a line that is not there.
  package func range(ofLine line: Int) -> ByteRange {
    guard line >= 1, line <= starts.count else { return ByteRange(bytes.count, bytes.count) }
    let start = Int(starts[line - 1])
    var end = line < starts.count ? Int(starts[line]) : bytes.count
    while end > start, bytes[end - 1] == ASCII.lineFeed || bytes[end - 1] == ASCII.carriageReturn { end -= 1 }
    return ByteRange(start, end)
  }
}
