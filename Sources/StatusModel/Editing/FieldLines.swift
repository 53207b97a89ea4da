import StatusText

/// The lines of a field: its own, and those that continue its value.
struct FieldLines {
  /// Where its own line begins.
  let start: Int
  /// The end of its own line, before the line end.
  let ownEnd: Int
  /// The end of the last line that continues it, before the line end; `ownEnd` where none does.
  let end: Int
  private let bytes: [UInt8]

  /// Where the line after the last one begins; the number of bytes where there is none.
  var next: Int { Self.startOfLine(behind: end, bytes) }
  /// Where the line after the field's own begins.
  var ownNext: Int { Self.startOfLine(behind: ownEnd, bytes) }
  /// Whether other lines continue the field.
  var isContinued: Bool { end > ownEnd }

  /// The lines of the field with its name at `name` and its value at `value`; no line that begins at `limit` or
  /// after it is one.
  init(name: ByteRange, value: ByteRange, limit: Int, in source: SourceText) {
    bytes = source.bytes
    start = Self.start(ofLineAt: name.lower, bytes)
    ownEnd = Self.end(ofLineAt: name.upper, bytes)
    let last = value.isEmpty ? UInt8(ascii: ":") : value.upper <= ownEnd ? bytes[value.upper - 1] : 0
    end = Self.lastLine(
      from: start, ownEnd: ownEnd, limit: limit, headsList: last == UInt8(ascii: ":"), bytes)
  }

  /// The end of the last line that continues the one at `start`. To a list item belongs what is indented deeper, and
  /// text that runs on directly below; to a line of a paragraph the paragraph's next lines, and to one that
  /// `headsList` the list as well.
  private static func lastLine(
    from start: Int, ownEnd: Int, limit: Int, headsList: Bool, _ bytes: [UInt8]
  ) -> Int {
    let indent = indent(at: start, bytes)
    let isItem = isListMarker(at: start + indent, bytes)
    var end = ownEnd
    var line = startOfLine(behind: ownEnd, bytes)
    var isRunning = true
    while line < min(limit, bytes.count) {
      let inner = Self.indent(at: line, bytes)
      let first = line + inner
      let lineEnd = Self.end(ofLineAt: first, bytes)
      if first == lineEnd {
        // Only what is indented, or the list of a heading field, goes on after an empty line.
        if !isItem && !headsList { break }
        isRunning = false
      } else if isItem && inner > indent {
        end = lineEnd
        isRunning = true
      } else if isRunning && isPlainText(at: first, bytes) {
        end = lineEnd
      } else if !isItem && headsList && (isListMarker(at: first, bytes) || end > ownEnd && inner > indent) {
        end = lineEnd
        isRunning = true
      } else {
        break
      }
      line = startOfLine(behind: lineEnd, bytes)
    }
    return end
  }

  // MARK: Lines

  /// Where the line of `offset` begins.
  static func start(ofLineAt offset: Int, _ bytes: [UInt8]) -> Int {
    bytes.lineStart(before: offset)
  }

  /// Where the line of `offset` ends, before its line end.
  static func end(ofLineAt offset: Int, _ bytes: [UInt8]) -> Int {
    bytes.lineEnd(from: offset)
  }

  /// Where the line begins that is after the one that ends at `end`.
  static func startOfLine(behind end: Int, _ bytes: [UInt8]) -> Int {
    var next = end
    if next < bytes.count, bytes[next] == ASCII.carriageReturn { next += 1 }
    if next < bytes.count, bytes[next] == ASCII.lineFeed { next += 1 }
    return next
  }

  /// How many blanks the line that begins at `line` begins with.
  static func indent(at line: Int, _ bytes: [UInt8]) -> Int {
    bytes[line...].prefix { ASCII.isBlank($0) }.count
  }

  /// Whether the line that begins at `line` is there and has nothing on it.
  static func isBlank(at line: Int, _ bytes: [UInt8]) -> Bool {
    guard line < bytes.count else { return false }
    let first = line + indent(at: line, bytes)
    return first == bytes.count || ASCII.isLineEnd(bytes[first])
  }

  /// Whether a list marker is at `offset`: a bullet or a number.
  static func isListMarker(at offset: Int, _ bytes: [UInt8]) -> Bool {
    guard offset < bytes.count else { return false }
    var end = offset
    while end < bytes.count, ASCII.isDigit(bytes[end]), end - offset < 9 { end += 1 }
    guard end < bytes.count else { return false }
    let isMarker =
      end > offset ? bytes[end] == 0x2E || bytes[end] == 0x29 : ASCII.isOne(bytes[end], of: "-*+")
    return isMarker && (end + 1 == bytes.count || ASCII.isWhitespace(bytes[end + 1]))
  }

  /// Whether what is at `offset` goes on with the text of the line before: no block and no field begins there.
  private static func isPlainText(at offset: Int, _ bytes: [UInt8]) -> Bool {
    if isListMarker(at: offset, bytes) || bytes[offset...].starts(with: "**".utf8) { return false }
    return !ASCII.isOne(bytes[offset], of: "#<>|") && !bytes[offset...].starts(with: "```".utf8)
      && !bytes[offset...].starts(with: "~~~".utf8) && !bytes[offset...].starts(with: "---".utf8)
  }
}
