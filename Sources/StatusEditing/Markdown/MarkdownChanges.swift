import StatusModel
import StatusSyntax
import StatusText

/// Collects what is to change in one Markdown file and makes edits of it, in the style of the lines around.
///
/// Every change names a place in the file as it is. Changes beside each other compose; what contradicts another one,
/// or cannot be done without touching what is not meant, leaves no edits at all.
package struct MarkdownChanges {
  /// Lines to be put in where a line begins, or after the last one.
  private struct Insertion {
    var offset: Int
    /// Without their ends; an empty one is an empty line.
    var lines: [String]
    /// Whether an empty line has to follow.
    var isApart = false
  }

  private let source: SourceText
  private let bytes: [UInt8]
  private var replacements: [TextEdit] = []
  private var removals: [ByteRange] = []
  private var insertions: [Insertion] = []
  private var isImpossible = false

  /// No changes of `source` yet.
  package init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  /// Leaves no edits: what is wanted cannot be done without touching what is not meant.
  package mutating func giveUp() { isImpossible = true }

  /// Puts `text` in the place of the bytes of `range`.
  package mutating func replace(_ range: ByteRange, with text: String) {
    if range.isEmpty && text.isEmpty || bytes[range.indices].elementsEqual(text.utf8) { return }
    replacements.append(TextEdit(range, with: text))
  }

  /// Gives a marker the status `status`, in the words of `vocabulary`.
  package mutating func set(_ marker: Marker, to status: Status, in vocabulary: StatusVocabulary) {
    replace(marker.range, with: vocabulary.marker(status))
  }

  // MARK: Fields

  /// Gives `field` the value `value` on its own line. Lines that continue the old value stay, or go with it when
  /// it `replacesContinuation`.
  package mutating func setValue(of field: Field, to value: String, replacesContinuation: Bool = false) {
    let lines = lines(of: field)
    if replacesContinuation, lines.isContinued { removals.append(ByteRange(lines.ownNext, lines.next)) }
    let place = field.valueRange
    let isApart = !place.isEmpty || place.lower > 0 && ASCII.isBlank(bytes[place.lower - 1])
    replace(place, with: isApart ? value : " \(value)")
  }

  /// Puts a field in after `field` and the lines that continue it, in its style. Several after one field stay in
  /// the order of the calls.
  package mutating func insert(_ name: String, _ value: String, after field: Field) {
    guard let style = style(of: field) else { return }
    let lines = lines(of: field)
    let new = style.line(name, value)
    insertions.append(
      Insertion(offset: lines.next, lines: standsApart(lines, style) ? ["", new] : [new]))
  }

  /// Puts a field in before `field`, in its style.
  package mutating func insert(_ name: String, _ value: String, before field: Field) {
    guard let style = style(of: field) else { return }
    let lines = lines(of: field)
    let new = style.line(name, value)
    insertions.append(
      Insertion(offset: lines.start, lines: standsApart(lines, style) ? [new, ""] : [new]))
  }

  /// Puts a field in directly below a heading, or below the marker that stands alone under it. `fields` are
  /// those below the heading: where the first one follows directly, the new one gets its style; otherwise
  /// the style is `style`, or the standard's.
  package mutating func insert(
    _ name: String, _ value: String, beneath heading: ByteRange, marker: Marker? = nil, fields: [Field],
    style: FieldStyle? = nil
  ) {
    var offset = startOfLine(beneath: heading)
    if let marker, marker.place == .line { offset = lineBehind(marker.range.upper) }
    if let first = fields.first, lines(of: first).start == offset, let own = FieldStyle(of: first, in: source)
    {
      insertions.append(Insertion(offset: offset, lines: [own.line(name, value)]))
      return
    }
    let indent = offset < bytes.count ? bytes.indent(at: offset) : 0
    let bullet = offset + indent < bytes.count ? bytes[offset + indent] : 0
    let isList = indent == 0 && ListMarker.begins(at: offset, bytes) && !ASCII.isDigit(bullet)
    let style = style ?? .standard(bullet: isList ? Character(Unicode.Scalar(bullet)) : "-")
    let isFree =
      offset == bytes.count || bytes.isBlankLine(at: offset) || bytes[offset] == UInt8(ascii: "#")
      || isList
    let new = style.line(name, value)
    insertions.append(Insertion(offset: offset, lines: [new], isApart: !isFree))
  }

  /// Takes `field` out with its line, and with the lines that continue it when it `includesContinuation`; where there
  /// are such lines and it does not, there is no change that can be made.
  package mutating func remove(_ field: Field, includesContinuation: Bool = false) {
    remove(
      lines(of: field), hasStyle: FieldStyle(of: field, in: source) != nil,
      includesContinuation: includesContinuation)
  }

  /// Takes the field with its name at `name` and its value at `value` out with its line, where no other line
  /// continues it.
  package mutating func removeField(name: ByteRange, value: ByteRange) {
    let lines = FieldLines(name: name, value: value, limit: bytes.count, in: source)
    let style = FieldStyle(name: name, value: value, in: source)
    remove(lines, hasStyle: style != nil && value.upper <= lines.ownEnd, includesContinuation: false)
  }

  // MARK: Lines

  /// Takes the comment at `range` out. Lines with nothing else on them go with it, but one of them stays as an empty line
  /// where it separates two others. In a line with other text, the blanks before the comment go with it.
  package mutating func removeComment(_ range: ByteRange) {
    var start = range.lower
    while start > 0, ASCII.isBlank(bytes[start - 1]) { start -= 1 }
    let end = range.upper + bytes.indent(at: range.upper)
    let isAlone =
      (start == 0 || ASCII.isLineEnd(bytes[start - 1])) && (end == bytes.count || ASCII.isLineEnd(bytes[end]))
    guard isAlone else {
      removals.append(ByteRange(start, start < range.lower ? range.upper : end))
      return
    }
    let next = lineBehind(end)
    let separates = !isBlankLine(before: start) && next < bytes.count && !bytes.isBlankLine(at: next)
    removals.append(ByteRange(start, separates && !isBulletOrHeading(at: next) ? end : next))
  }

  /// Whether a line at the margin begins a bullet item with text, or a heading, whatever is before it.
  private func isBulletOrHeading(at line: Int) -> Bool {
    let text = bytes[line..<bytes.lineEnd(from: line)]
    if let mark = text.first, ASCII.isOne(mark, of: "-*+") {
      let isRule = text.allSatisfy { $0 == mark || ASCII.isBlank($0) }
      return !isRule && ASCII.begins(bytes, at: line + 1, before: text.endIndex, with: " ")
    }
    let level = text.prefix { $0 == UInt8(ascii: "#") }.count
    return (1...6).contains(level) && text.dropFirst(level).first.map(ASCII.isBlank) ?? true
  }

  /// Puts whole lines in before the line of `offset`.
  package mutating func insert(lines: [String], beforeLineOf offset: Int) {
    insertions.append(Insertion(offset: bytes.lineStart(before: offset), lines: lines))
  }

  /// Puts whole lines in after the line of `offset`.
  package mutating func insert(lines: [String], afterLineOf offset: Int) {
    insertions.append(Insertion(offset: lineBehind(offset), lines: lines))
  }

  /// Puts whole lines in after `field` and the lines that continue it.
  package mutating func insert(lines new: [String], after field: Field) {
    insertions.append(Insertion(offset: lines(of: field).next, lines: new))
  }

  /// The edits, sorted and without overlap; none if everything is as it should be already. Nil when a change
  /// cannot be made, or two of them contradict each other.
  package var edits: [TextEdit]? {
    if isImpossible { return nil }
    var edits = replacements + removals.map { TextEdit($0, with: "") }
    var byOffset: [Int: [String]] = [:]
    var apart: Set<Int> = []
    for insertion in insertions {
      byOffset[insertion.offset, default: []] += insertion.lines
      if insertion.isApart { apart.insert(insertion.offset) }
    }
    // One empty line is enough for all that is put in at a place.
    for offset in apart { byOffset[offset, default: []].append("") }
    for (offset, lines) in byOffset {
      edits.append(TextEdit(ByteRange(offset, offset), with: text(of: lines, at: offset)))
    }
    // Text that is inserted where a removed range begins comes before it.
    edits.sort { $0.range < $1.range }
    let overlap = zip(edits, edits.dropFirst()).contains { $0.range.upper > $1.range.lower }
    return overlap ? nil : edits
  }

  private func text(of lines: [String], at offset: Int) -> String {
    let lineEnd = lineEnd(before: offset)
    let isBehindOpenLine = offset == bytes.count && bytes.last.map { !ASCII.isLineEnd($0) } ?? false
    guard isBehindOpenLine, !removals.contains(where: { $0.upper == offset }) else {
      return lines.map { $0 + lineEnd }.joined()
    }
    return lines.map { lineEnd + $0 }.joined()
  }

  /// How the line before `offset` ends; where there is none, or it has no end, how the first one does.
  private func lineEnd(before offset: Int) -> String {
    let isEnded = offset > 0 && bytes[offset - 1] == ASCII.lineFeed
    let end = isEnded ? offset - 1 : bytes.firstIndex(of: ASCII.lineFeed) ?? 0
    return end > 0 && bytes[end - 1] == ASCII.carriageReturn ? "\r\n" : "\n"
  }

  private mutating func style(of field: Field) -> FieldStyle? {
    let style = FieldStyle(of: field, in: source)
    if style == nil { isImpossible = true }
    return style
  }

  private func lines(of field: Field) -> FieldLines {
    FieldLines(name: field.nameRange, value: field.valueRange, limit: max(field.region.upper, 1), in: source)
  }

  private func lineBehind(_ offset: Int) -> Int {
    bytes.nextLine(after: bytes.lineEnd(from: offset))
  }

  /// Where the line below a heading begins, after the underline where it has one.
  private func startOfLine(beneath heading: ByteRange) -> Int {
    let start = bytes.lineStart(before: heading.lower)
    var offset = lineBehind(heading.upper)
    if bytes[start..<heading.lower].contains(UInt8(ascii: "#")) { return offset }
    while offset < bytes.count {
      let line = bytes[offset..<bytes.lineEnd(from: offset)]
      let isUnderline = Self.isUnderline(line)
      offset = lineBehind(offset)
      if isUnderline { break }
    }
    return offset
  }

  private static func isUnderline(_ line: ArraySlice<UInt8>) -> Bool {
    let marks = line.filter { !ASCII.isBlank($0) }
    guard let first = marks.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "=") else {
      return false
    }
    return marks.allSatisfy { $0 == first }
  }

  /// Whether the field has empty lines around it, as its neighbors have: it is a paragraph of its own, or an item
  /// of a list with such lines.
  private func standsApart(_ lines: FieldLines, _ style: FieldStyle) -> Bool {
    let next = lines.next
    guard lines.start > 0, isBlankLine(before: lines.start),
      next >= bytes.count || bytes.isBlankLine(at: next)
    else { return false }
    let opening = Array(style.opening.utf8)
    if !style.hasBullet {
      // One alone says nothing about the others.
      return bytes.lines(in: ByteRange(0, bytes.count)).contains {
        $0.lower != lines.start && bytes[$0.indices].starts(with: opening)
      }
    }
    var other = next
    while other < bytes.count, bytes.isBlankLine(at: other) { other = lineBehind(other) }
    var before = bytes[..<lines.start].lastIndex { !ASCII.isWhitespace($0) } ?? 0
    before = bytes.lineStart(before: before)
    return bytes[other...].starts(with: opening) || bytes[before...].starts(with: opening)
  }

  private func isBlankLine(before line: Int) -> Bool {
    guard line > 0 else { return true }
    let end =
      line >= 2 && bytes[line - 1] == ASCII.lineFeed && bytes[line - 2] == ASCII.carriageReturn ? 2 : 1
    return bytes.isBlankLine(at: bytes.lineStart(before: line - end))
  }

  private mutating func remove(_ lines: FieldLines, hasStyle: Bool, includesContinuation: Bool) {
    guard hasStyle, includesContinuation || !lines.isContinued, isSafeToJoin(lines) else {
      isImpossible = true
      return
    }
    var end = lines.next
    // Of the empty lines around a paragraph that goes, one is enough.
    if lines.start > 0, isBlankLine(before: lines.start), bytes.isBlankLine(at: end) {
      end = lineBehind(end)
    }
    removals.append(ByteRange(lines.start, end))
  }

  /// Whether the line after `lines` means the same without them: it is not part of their list item, and does
  /// not underline anything.
  private func isSafeToJoin(_ lines: FieldLines) -> Bool {
    let next = lines.next
    guard next < bytes.count, !bytes.isBlankLine(at: next) else { return true }
    let indent = bytes.indent(at: lines.start)
    let isItem = ListMarker.begins(at: lines.start + indent, bytes)
    if bytes.indent(at: next) > indent { return false }
    return isBlankLine(before: lines.start) && !isItem || !runsIntoUnderline(from: next)
  }

  /// Whether the text that runs on from `line` comes to a line that underlines it: without the list item that it
  /// hangs on, or the line that separates it from what is above, it would become a heading.
  private func runsIntoUnderline(from line: Int) -> Bool {
    var line = line
    while line < bytes.count, !bytes.isBlankLine(at: line) {
      let end = bytes.lineEnd(from: line)
      if Self.isUnderline(bytes[line..<end]) { return true }
      let first = line + bytes.indent(at: line)
      if bytes[first] == UInt8(ascii: "#") || ListMarker.begins(at: first, bytes) { return false }
      line = bytes.nextLine(after: end)
    }
    return false
  }
}
