import StatusText

/// The lines of an open paragraph, kept as long as it may begin with link reference definitions.
struct DefinitionLines {
  /// For each line, its start and the start of the next line in the file.
  private var lines: [ByteRange] = []
  private var text: [UInt8] = []
  /// Whether the lines of the paragraph are kept.
  private(set) var isOpen = false

  /// Drops the previous paragraph. `isOpen` says whether the new one may begin with definitions.
  mutating func begin(isOpen: Bool) {
    self.isOpen = isOpen
    lines.removeAll(keepingCapacity: true)
  }

  /// Adds the line with the text from `start` to `end`, including its line ending.
  mutating func append(from start: Int, to end: Int) {
    lines.append(ByteRange(start, end))
  }

  /// Drops the lines that are definitions.
  ///
  /// - Returns: the number of these lines and the start of the line after them; nil if there is none.
  mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) -> (lines: Int, rest: Int?) {
    text.removeAll(keepingCapacity: true)
    for line in lines { text.append(contentsOf: bytes[line.indices]) }
    // The last line of a file may have no line ending, but a definition requires one after its destination.
    if let last = text.last, !ASCII.isLineEnd(last) { text.append(ASCII.lineFeed) }
    var consumed = text.withUnsafeBufferPointer(LinkReferenceDefinition.consume)
    var count = 0
    while consumed > 0, count < lines.count {
      consumed -= lines[count].count
      count += 1
    }
    lines.removeFirst(count)
    return (count, lines.first?.lower)
  }
}
