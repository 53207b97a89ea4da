import StatusText

/// The lines of an open paragraph, kept while link reference definitions may be at its beginning.
struct DefinitionLines {
  /// Where each line begins and where the next line of the file does.
  private var lines: [ByteRange] = []
  private var text: [UInt8] = []
  /// Whether the lines of the paragraph are to be kept.
  private(set) var isOpen = false

  /// Forgets the last paragraph; `isOpen` says whether definitions may begin the new one.
  mutating func begin(isOpen: Bool) {
    self.isOpen = isOpen
    lines.removeAll(keepingCapacity: true)
  }

  /// Adds the line whose text is from `start` to `end`, its line end counted.
  mutating func append(from start: Int, to end: Int) {
    lines.append(ByteRange(start, end))
  }

  /// Forgets the lines that are definitions.
  ///
  /// - Returns: how many lines those were, and where the line after them begins; nil where none is left.
  mutating func consume(_ bytes: UnsafeBufferPointer<UInt8>) -> (lines: Int, rest: Int?) {
    text.removeAll(keepingCapacity: true)
    for line in lines { text.append(contentsOf: bytes[line.indices]) }
    // The last line of a file may lack a line end; a definition asks for one after its destination.
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
