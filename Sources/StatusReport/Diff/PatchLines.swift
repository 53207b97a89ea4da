import StatusText

/// The lines of a file as patches count them: from 0, each with the LF that ends it; the last may have none.
struct PatchLines {
  /// The bytes of the file.
  let bytes: [UInt8]
  /// Where each line begins, and behind them where the file ends.
  private let starts: [Int]

  /// The lines of `bytes`; none has no lines.
  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == ASCII.lineFeed { starts.append(offset + 1) }
    if let last = starts.last, last < bytes.count { starts.append(bytes.count) }
    self.bytes = bytes
    self.starts = starts
  }

  /// The number of lines.
  var count: Int { starts.count - 1 }

  /// A line, from 0.
  subscript(line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }

  /// The bytes of a range of lines.
  func range(of lines: Range<Int>) -> Range<Int> { starts[lines.lowerBound]..<starts[lines.upperBound] }

  /// The line that an edit at `offset` changes: the one that holds it, and behind the last byte the last line, or the one
  /// that would follow when that is ended.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low == count && bytes.last.map({ $0 != ASCII.lineFeed }) ?? false ? low - 1 : low
  }
}
