import StatusText

/// A reason under a label that need not be bold: `Blocking Reason: no license`, `- Blocked by: 12`, or a label alone
/// with a list below it. Lines in code blocks, comments and quotes have none.
struct ReasonLabel {
  private let bytes: [UInt8]
  private let end: Int
  private let status: Status
  private let strictly: Bool

  /// What the first label in `range` for the reason of `status`, which is blocked or abandoned, says; nil if none says
  /// anything.
  static func value(for status: Status, in range: ByteRange, of source: SourceText, strictly: Bool = false)
    -> ByteRange?
  {
    ReasonLabel(bytes: source.bytes, end: range.upper, status: status, strictly: strictly)
      .value(from: range.lower, in: source)
  }

  private func value(from start: Int, in source: SourceText) -> ByteRange? {
    var hidden = HiddenLines()
    var position = start
    while position < end {
      let line = Line(bytes, at: position, end: end)
      position = line.next
      if hidden.hides(ByteRange(line.start, line.end), of: bytes) { continue }
      guard let label = label(of: line) else { continue }
      let own = words(of: label, on: line, in: source)
      if StatedReason.says(own, in: source, numbers: label.takesNumbers) { return own }
      if label.value == line.end, let beneath = beneath(line, label, in: source) { return beneath }
    }
    return nil
  }

  // MARK: Labels

  private struct Label {
    /// Where the value begins on the label's own line.
    var value: Int
    /// Whether a number alone is a reason, as that of the task in the way.
    var takesNumbers: Bool
  }

  private static let longestLabel = 40

  /// The label at the beginning of a line, where it is one for a reason.
  private func label(of line: Line) -> Label? {
    let start = line.text + bytes[line.text..<line.end].prefix { ASCII.isOne($0, of: "*_(") }.count
    let limit = min(line.end, start + Self.longestLabel)
    guard let colon = bytes[start..<limit].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    var nameEnd = colon
    while nameEnd > start, ASCII.isOne(bytes[nameEnd - 1], of: "*_ ") { nameEnd -= 1 }
    let name = ByteRange(start, nameEnd)
    guard !name.isEmpty, bytes[name.indices].allSatisfy({ ASCII.isLetter($0) || ASCII.isBlank($0) }) else {
      return nil
    }
    var value = colon + 1
    while value < line.end, ASCII.isOne(bytes[value], of: "*_ \t") { value += 1 }
    let field = bytes.withUnsafeBufferPointer { FieldName(UnsafeBufferPointer(rebasing: $0[name.indices])) }
    if StatedReason.isDate(field, of: status) { return Label(value: value, takesNumbers: false) }
    let isReason = StatedReason.names(name, field, status, in: bytes, strictly: strictly) && !isSentence(name)
    return isReason ? Label(value: value, takesNumbers: true) : nil
  }

  /// What follows a label on its line; for a date, what follows the date.
  private func words(of label: Label, on line: Line, in source: SourceText) -> ByteRange {
    let whole = ByteRange(label.value, line.end)
    guard !label.takesNumbers, let date = Timestamp.read(source, in: whole).found?.range else { return whole }
    return ByteRange(date.upper, line.end)
  }

  /// Whether a name is the beginning of a sentence rather than a label: it speaks of a reason, but in more than three
  /// words.
  private func isSentence(_ name: ByteRange) -> Bool {
    bytes[name.indices].count { ASCII.isBlank($0) } > 2
  }

  /// What is below a label without a value: the rest of its paragraph, or a list, which is nested where the label is an
  /// item itself.
  private func beneath(_ label: Line, _ found: Label, in source: SourceText) -> ByteRange? {
    var position = label.next
    var isApart = false
    while position < end {
      let line = Line(bytes, at: position, end: end)
      position = line.next
      if line.isEmpty {
        isApart = true
        continue
      }
      guard bytes[line.start] != UInt8(ascii: "#"), !HiddenLines.isFence(bytes[line.start..<line.end]),
        !ASCII.begins(bytes, at: line.text, before: line.end, with: "**"), self.label(of: line) == nil,
        label.isItem ? line.indent > label.indent : line.isItem || !isApart
      else { return nil }
      let text = ByteRange(line.text, line.end)
      if StatedReason.says(text, in: source, numbers: found.takesNumbers) { return text }
    }
    return nil
  }
}

/// A line of Markdown, taken apart without an outline.
private struct Line {
  /// Where it begins, after its indentation.
  let start: Int
  /// The width of the indentation in bytes.
  let indent: Int
  /// Where its text begins, after the mark of a list item.
  let text: Int
  /// Where it ends, without white space.
  let end: Int
  /// Where the next one begins.
  let next: Int

  var isEmpty: Bool { start == end }
  var isItem: Bool { text > start }

  init(_ bytes: [UInt8], at position: Int, end limit: Int) {
    let lineEnd = bytes.lineEnd(from: position, to: limit)
    var end = lineEnd
    while end > position, ASCII.isWhitespace(bytes[end - 1]) { end -= 1 }
    var start = position
    while start < end, ASCII.isBlank(bytes[start]) { start += 1 }
    self.start = start
    self.end = end
    indent = start - position
    next = min(bytes.nextLine(after: lineEnd), limit)
    text = Self.text(bytes[start..<end])
  }

  /// Where the text of a line begins that may be a list item.
  private static func text(_ line: ArraySlice<UInt8>) -> Int {
    let digits = line.prefix { ASCII.isDigit($0) }.count
    let mark = line.startIndex + digits
    guard mark < line.endIndex, digits <= 9,
      (digits == 0 ? "-*+" : ".)").utf8.contains(line[mark]), mark + 1 < line.endIndex,
      ASCII.isBlank(line[mark + 1])
    else { return line.startIndex }
    return line[(mark + 1)...].firstIndex { !ASCII.isBlank($0) } ?? line.endIndex
  }
}
