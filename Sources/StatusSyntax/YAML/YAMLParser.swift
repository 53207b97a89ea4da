import StatusText

/// Reads YAML line by line into nodes. Takes linear time: what follows a fault and is indented deeper is passed over, and
/// nothing else has been looked at.
struct YAMLParser {
  /// A line with content, of which a part may have been read.
  struct Line {
    /// The offset of its first byte.
    var start: Int
    /// The offset of the first byte that is not a space and has not been read.
    var content: Int
    /// The offset of its line ending.
    var end: Int
    /// Whether a tab follows the spaces at its beginning.
    var hasTab = false

    /// The number of bytes before the content.
    var indent: Int { content - start }
    /// The bytes that have not been read.
    var unread: ByteRange { ByteRange(content, end) }
  }

  /// Readers of YAML look for the colon of a key in 1024 characters.
  static let keyLimit = 1000

  let bytes: [UInt8]
  let end: Int
  /// The line to read next; nil at the end.
  var line: Line?
  /// The end of the last value that was read.
  var offset: Int
  var nodes: [YAMLTree.Node] = []
  var faults: [YAMLFault] = []
  /// The number of maps and lists that are open.
  var depth = 0

  init(_ bytes: [UInt8], in range: ByteRange) {
    self.bytes = bytes
    offset = range.lower
    end = min(range.upper, bytes.count)
  }

  /// Reads the whole range.
  mutating func parse() {
    // As many as most front matter has.
    nodes.reserveCapacity(16)
    if bytes[offset..<end].starts(with: JSONParser.byteOrderMark) { offset += JSONParser.byteOrderMark.count }
    move(to: offset)
    while let first = line, bytes[first.start] == UInt8(ascii: "%") {
      refuse(.directive, first.unread)
      move(after: first.end)
    }
    if let first = line, isMarker(first, UInt8(ascii: "-")) {
      if rest(after: first.content + 3, to: first.end) != nil { refuse(.textAfterValue, first.unread) }
      move(after: first.end)
    }
    parseRoot()
    parseEnd()
  }

  private mutating func parseRoot() {
    while let first = line, !isMarker(first) {
      do throws(YAMLFault) {
        try parseNode(deeperThan: -1)
        // Text above entries is not their value.
        guard nodes.count == 1, let next = line, !isMarker(next) else { return }
        refuse(.notAnEntry, first.unread)
      } catch {
        faults.append(error)
        let isLater = error.range.lower > first.end
        isLater ? move(to: bytes.lineStart(before: error.range.lower)) : move(pastEntry: first)
      }
      (nodes, depth) = ([], 0)
    }
  }

  /// Reads what is left: at most a `...`.
  private mutating func parseEnd() {
    var isOver = false
    if let last = line, isMarker(last, UInt8(ascii: ".")) {
      isOver = true
      if rest(after: last.content + 3, to: last.end) != nil { refuse(.textAfterValue, last.unread) }
      move(after: last.end)
    }
    if let last = line { refuse(isOver || isMarker(last) ? .secondDocument : .misaligned, last.unread) }
  }

  mutating func refuse(_ reason: YAMLFault.Reason, _ range: ByteRange) {
    faults.append(YAMLFault(range: range, reason: reason))
  }
}

// Lines.
extension YAMLParser {
  /// Moves to the first line with content from `start` on, which is the beginning of a line.
  mutating func move(to start: Int) {
    var start = start
    while start < end {
      let lineEnd = bytes.lineEnd(from: start, to: end)
      let content = skipSpaces(from: start, to: lineEnd)
      let first = skipBlanks(from: content, to: lineEnd)
      if first < lineEnd, bytes[first] != UInt8(ascii: "#") {
        line = Line(start: start, content: content, end: lineEnd, hasTab: first > content)
        return
      }
      start = nextLine(after: lineEnd)
    }
    line = nil
  }

  /// Moves to the line with content after the line that ends at `lineEnd`.
  mutating func move(after lineEnd: Int) { move(to: nextLine(after: lineEnd)) }

  /// Moves to the line after `entry` that is not indented deeper, or not deeper than `indent`.
  mutating func move(pastEntry entry: Line, at indent: Int? = nil) {
    let indent = indent ?? entry.indent
    move(after: entry.end)
    while let next = line, next.hasTab || next.indent > indent { move(after: next.end) }
  }

  func nextLine(after lineEnd: Int) -> Int { min(bytes.nextLine(after: lineEnd), end) }

  func skipSpaces(from start: Int, to end: Int) -> Int {
    var place = start
    while place < end, bytes[place] == ASCII.space { place += 1 }
    return place
  }

  func skipBlanks(from start: Int, to end: Int) -> Int {
    var place = start
    while place < end, ASCII.isBlank(bytes[place]) { place += 1 }
    return place
  }

  /// `end` without the blanks before it.
  func trimBlanks(from start: Int, to end: Int) -> Int {
    var place = end
    while place > start, ASCII.isBlank(bytes[place - 1]) { place -= 1 }
    return place
  }

  /// The bytes after a value that ends at `start`, without a comment; nil if there are none.
  func rest(after start: Int, to lineEnd: Int) -> ByteRange? {
    let first = skipBlanks(from: start, to: lineEnd)
    if first == lineEnd || first > start && bytes[first] == UInt8(ascii: "#") { return nil }
    return ByteRange(first, lineEnd)
  }

  /// Ends a value at `offset`, after which its line contains at most a comment, and moves to the next line.
  mutating func endLine() throws(YAMLFault) {
    let lineEnd = bytes.lineEnd(from: offset, to: end)
    if let rest = rest(after: offset, to: lineEnd) { throw YAMLFault(range: rest, reason: .textAfterValue) }
    move(after: lineEnd)
  }

  /// Whether the line is `---` or `...`, perhaps with text after a blank.
  func isMarker(_ line: Line) -> Bool {
    isMarker(line, UInt8(ascii: "-")) || isMarker(line, UInt8(ascii: "."))
  }

  func isMarker(_ line: Line, _ byte: UInt8) -> Bool {
    line.indent == 0 && line.end - line.start >= 3
      && bytes[line.start..<line.start + 3].allSatisfy { $0 == byte }
      && isBlankOrEnd(line.start + 3, line.end)
  }

  /// Whether there is a blank at `place`, or the end of the line.
  func isBlankOrEnd(_ place: Int, _ lineEnd: Int) -> Bool {
    place >= lineEnd || ASCII.isBlank(bytes[place])
  }

  /// Whether a list item begins at the content of `line`.
  func isItem(_ line: Line) -> Bool {
    bytes[line.content] == UInt8(ascii: "-") && isBlankOrEnd(line.content + 1, line.end)
  }
}
