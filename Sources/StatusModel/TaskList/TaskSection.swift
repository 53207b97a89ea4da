import StatusSyntax
import StatusText

/// A task of a TODO.md with everything below it, which says the same wherever it is: nothing above it changes how Markdown
/// reads it, for it begins with a heading at the left margin, and it changes nothing below it.
package struct TaskSection: Sendable {
  /// Its text, from its heading to the next one that is not below it.
  package let text: [UInt8]
  /// The level of its heading, 2 to 4.
  package let level: Int
  /// What it says about its task, and about tasks below it.
  package let claims: ItemClaims
  /// Whether it is only known what it says at the end of a file: its last line may go on in the next one.
  private let endsFile: Bool

  /// A numbered heading that is not a task: where it is read as one, any section is read as what it is.
  package static func bareHeading(level: Int) -> [UInt8] {
    [UInt8](repeating: UInt8(ascii: "#"), count: level) + Array(" 0. Task\n".utf8)
  }

  /// The section below `heading`; nil for one that is not a task, or that may say something else or change what is below it
  /// in another place.
  package init?(_ heading: MarginHeading, in bytes: [UInt8], vocabulary: StatusVocabulary) {
    let level = heading.level
    guard 2...4 ~= level,
      TaskHeading(ByteRange(heading.start + level, bytes.lineEnd(from: heading.start)), in: bytes) != nil
    else { return nil }
    let text = Array(bytes[heading.start..<Self.end(of: heading, in: bytes)])
    let source = SourceText(path: "", bytes: text)
    let outline = MarkdownOutline(source)
    guard outline.isClosed(in: source, headings: { $0.range.lower == 0 || $0.level > level }),
      !ConflictMarkers.hasLine(in: text)
    else { return nil }
    let file = TrackedFile(
      kind: .taskList, directory: 0, source: source, vocabulary: vocabulary, outline: outline,
      readsLinks: false)
    guard let task = file.taskList?.tasks.first, task.isWellFormed, task.range.lower == 0 else { return nil }
    self.text = text
    self.level = level
    endsFile = !Self.endsWithBlankLine(text)
    claims = file.itemClaims
  }

  /// Whether the section is at `offset` of `bytes`, and what is below it there lets it say the same.
  package func isAt(_ offset: Int, in bytes: [UInt8]) -> Bool {
    guard bytes.has(text, at: offset) else { return false }
    let end = offset + text.count
    if end == bytes.count { return true }
    return !endsFile && MarginHeading(at: end, in: bytes).map { $0.level <= level } ?? false
  }

  /// Where the next heading at the left margin is that is not below `heading`.
  private static func end(of heading: MarginHeading, in bytes: [UInt8]) -> Int {
    var end = heading
    while let next = MarginHeading(from: end.start + 1, in: bytes) {
      if next.level <= heading.level { return next.start }
      end = next
    }
    return bytes.count
  }

  private static func endsWithBlankLine(_ text: [UInt8]) -> Bool {
    guard let last = text.last, ASCII.isLineEnd(last) else { return false }
    let line = text.dropLast(text.suffix(2).elementsEqual("\r\n".utf8) ? 2 : 1)
    return line.last { !ASCII.isBlank($0) }.map(ASCII.isLineEnd) ?? false
  }
}
