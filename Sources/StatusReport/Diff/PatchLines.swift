import StatusText

/// The lines of a file as patches count them: from 0, each with the LF that ends it. The last line may have
/// none.
struct PatchLines {
  /// The bytes of the file.
  let bytes: [UInt8]
  /// The start of each line, followed by the end of the file.
  private let starts: [Int]

  /// The lines of `bytes`; an empty file has none.
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

  /// The line that an edit at `offset` changes: the line that contains it. After the last byte it is the last
  /// line, or the line after it if that ends in LF.
  func line(at offset: Int) -> Int {
    let line = max(0, starts.partitioningIndex { $0 > offset } - 1)
    return line == count && bytes.last.map({ $0 != ASCII.lineFeed }) ?? false ? line - 1 : line
  }
}
