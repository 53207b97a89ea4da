import StatusSyntax
import StatusText

/// A task of a TODO.md with everything below it, which says the same wherever it is: nothing above it changes how Markdown
/// reads it, for it begins with a heading at the left margin, and it changes nothing below it.
package struct TaskSection: Sendable {
  /// Its text, from its heading to the next one that is not below it.
  package let text: [UInt8]
  /// The level of its heading, 2 to 4.
  package let level: Int
  /// Whether it is only known what it says at the end of a file: its last line may go on in the next one.
  package let endsFile: Bool
  /// What it says about its task, and about tasks below it.
  package let claims: [ItemClaim.Item: ItemClaim]

  /// A numbered heading that is no task: where it is read as one, any section is read as what it is.
  package static func bareHeading(level: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: "#"), count: level) + Array(" 0. Task\n".utf8)
  }

  /// The section that `text` is, which begins with a heading of that `level`; nil for one that is no task, or that may say
  /// something else or change what is below it in another place.
  package init?(_ text: [UInt8], level: Int, vocabulary: StatusVocabulary) {
    let source = SourceText(path: "", bytes: text)
    let outline = MarkdownOutline(source)
    guard 2...4 ~= level, Self.isClosed(outline, level, text), !ConflictMarkers.hasLine(in: text) else {
      return nil
    }
    let file = TrackedFile(
      kind: .taskList, directory: 0, source: source, vocabulary: vocabulary, outline: outline,
      readsLinks: false)
    guard let task = file.taskList?.tasks.first, task.isWellFormed, task.range.lower == 0 else { return nil }
    self.text = text
    self.level = level
    endsFile = !Self.endsWithBlankLine(text)
    claims = file.itemClaims
  }

  /// The level of the heading at `offset`, the beginning of a line, if it is one whose number may be a task's; nil otherwise.
  package static func level(at offset: Int, in bytes: [UInt8]) -> Int? {
    guard let level = headingLevel(at: offset, in: bytes), 2...4 ~= level else { return nil }
    let line = ByteRange(offset + level, bytes.lineEnd(from: offset))
    return TaskHeading(line, in: bytes) == nil ? nil : level
  }

  /// The end of the section that begins with a heading of that `level` at `offset`: the next one at the left margin that is
  /// not below it.
  package static func end(at offset: Int, level: Int, in bytes: [UInt8]) -> Int {
    var next = offset + level
    while let heading = headingLine(from: next, in: bytes) {
      if let other = headingLevel(at: heading, in: bytes), other <= level { return heading }
      next = heading + 1
    }
    return bytes.count
  }

  /// The next line from `offset` on that begins with the mark of a heading.
  package static func headingLine(from offset: Int, in bytes: [UInt8]) -> Int? {
    var offset = offset
    while offset < bytes.count {
      offset = bytes.offset(of: UInt8(ascii: "#"), from: offset, to: bytes.count)
      if offset < bytes.count, offset == 0 || ASCII.isLineEnd(bytes[offset - 1]) { return offset }
      offset += 1
    }
    return nil
  }

  /// Whether the section is at `offset` of `bytes`, and what is below it there lets it say the same.
  package func isAt(_ offset: Int, in bytes: [UInt8]) -> Bool {
    guard bytes.has(text, at: offset) else { return false }
    let end = offset + text.count
    if end == bytes.count { return true }
    return !endsFile && Self.headingLevel(at: end, in: bytes).map { $0 <= level } ?? false
  }

  /// The number of marks of the heading at `offset`, the beginning of a line; nil if none is there.
  private static func headingLevel(at offset: Int, in bytes: [UInt8]) -> Int? {
    let level = bytes[offset...].prefix(7).prefix { $0 == UInt8(ascii: "#") }.count
    guard 1...6 ~= level else { return nil }
    let end = offset + level
    return end == bytes.count || ASCII.isBlank(bytes[end]) || ASCII.isLineEnd(bytes[end]) ? level : nil
  }

  /// Whether all other headings are below the first one, and no block goes on until something ends it.
  private static func isClosed(_ outline: MarkdownOutline, _ level: Int, _ bytes: [UInt8]) -> Bool {
    outline.blocks.allSatisfy { block in
      if block.isUnclosed { return false }
      guard block.parent < 0 else { return true }
      switch block.kind {
      case .heading: return block.range.lower == 0 || block.level > level
      case .html: return false
      case .paragraph:
        let end = bytes.lineEnd(from: block.range.lower, to: block.range.upper)
        return HeadingLine(ByteRange(block.range.lower, end), in: bytes).level == 0
      default: return true
      }
    }
  }

  private static func endsWithBlankLine(_ text: [UInt8]) -> Bool {
    guard let last = text.last, ASCII.isLineEnd(last) else { return false }
    let line = text.dropLast(text.suffix(2).elementsEqual("\r\n".utf8) ? 2 : 1)
    return line.last { !ASCII.isBlank($0) }.map(ASCII.isLineEnd) ?? false
  }
}
