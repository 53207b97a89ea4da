import StatusSyntax
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
  var next: Int { bytes.nextLine(after: end) }
  /// Where the line after the field's own begins.
  var ownNext: Int { bytes.nextLine(after: ownEnd) }
  /// Whether other lines continue the field.
  var isContinued: Bool { end > ownEnd }

  /// The lines of the field with its name at `name` and its value at `value`; no line that begins at `limit` or
  /// after it is one.
  init(name: ByteRange, value: ByteRange, limit: Int, in source: SourceText) {
    bytes = source.bytes
    start = bytes.lineStart(before: name.lower)
    ownEnd = bytes.lineEnd(from: name.upper)
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
    let indent = bytes.indent(at: start)
    let isItem = ListMarker.begins(at: start + indent, bytes)
    var end = ownEnd
    var line = bytes.nextLine(after: ownEnd)
    var isRunning = true
    while line < min(limit, bytes.count) {
      let inner = bytes.indent(at: line)
      let first = line + inner
      let lineEnd = bytes.lineEnd(from: first)
      if first == lineEnd {
        // Only what is indented, or the list of a heading field, goes on after an empty line.
        if !isItem && !headsList { break }
        isRunning = false
      } else if isItem && inner > indent {
        end = lineEnd
        isRunning = true
      } else if isRunning && isPlainText(at: first, bytes) {
        end = lineEnd
      } else if !isItem && headsList
        && (ListMarker.begins(at: first, bytes) || end > ownEnd && inner > indent)
      {
        end = lineEnd
        isRunning = true
      } else {
        break
      }
      line = bytes.nextLine(after: lineEnd)
    }
    return end
  }

  /// Whether what is at `offset` goes on with the text of the line before: no block and no field begins there.
  private static func isPlainText(at offset: Int, _ bytes: [UInt8]) -> Bool {
    if ListMarker.begins(at: offset, bytes) || bytes[offset...].starts(with: "**".utf8) { return false }
    return !ASCII.isOne(bytes[offset], of: "#<>|") && !bytes[offset...].starts(with: "```".utf8)
      && !bytes[offset...].starts(with: "~~~".utf8) && !bytes[offset...].starts(with: "---".utf8)
  }
}
