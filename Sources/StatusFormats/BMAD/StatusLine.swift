import StatusClaims
import StatusSyntax
import StatusText

/// Where a story says its status: `Status: done` above the first section, a section `Status`, or the front matter.
enum StatusLine {
  /// All of them, in the order of the file.
  static func all(in file: PlanFile, _ outline: MarkdownOutline) -> [PlacedText] {
    let source = file.source
    var found = [PlacedText(file.yaml?.root?["status"])].compactMap { $0 }
    var isAbove = true
    var isStatusSection = false
    for block in outline.blocks where block.parent < 0 || block.kind == .paragraph {
      switch block.kind {
      case .heading:
        if block.level >= 2 { isAbove = false }
        isStatusSection = ASCII.equals(source.bytes[block.text.indices], "status")
        if block.level >= 2 { found += value(source, block.text) }
      case .paragraph where !isAbove && !isStatusSection: break
      case .paragraph where !outline.isQuoted(block):
        for line in source.bytes.lines(in: block.range) {
          if isAbove { found += value(source, line) }
          // A section of this name may hold anything.
          if isStatusSection, let word = word(source, line), BMADWords.isStatus(word.text) {
            found.append(word)
          }
          isStatusSection = false
        }
      case .field: break
      default: isStatusSection = false
      }
    }
    return found.filter { !$0.text.isEmpty }
  }

  /// The value of a line `Status: V`, perhaps in bold.
  private static func value(_ source: SourceText, _ line: ByteRange) -> [PlacedText] {
    let bytes = source.bytes
    var place = line.lower
    func skip(_ characters: StaticString) {
      while place < line.upper, ASCII.isOne(bytes[place], of: characters) { place += 1 }
    }
    skip(" \t*_-")
    guard ASCII.begins(bytes, at: place, before: line.upper, with: "status") else { return [] }
    place += 6
    skip(" *_")
    guard place < line.upper, bytes[place] == UInt8(ascii: ":") else { return [] }
    return [word(source, ByteRange(place + 1, line.upper))].compactMap { $0 }
  }

  /// The leading words of a value, without emphasis, symbols and remarks.
  private static func word(_ source: SourceText, _ range: ByteRange) -> PlacedText? {
    let bytes = source.bytes
    var start = range.lower
    while start < range.upper, !ASCII.isAlphanumeric(bytes[start]) { start += 1 }
    var end = start
    while end < range.upper, !isRemark(bytes, end, range.upper) { end += 1 }
    while end > start, !ASCII.isAlphanumeric(bytes[end - 1]) { end -= 1 }
    return start < end ? PlacedText(source, ByteRange(start, end)) : nil
  }

  /// Whether something else than the value begins at `place`.
  private static func isRemark(_ bytes: [UInt8], _ place: Int, _ end: Int) -> Bool {
    let byte = bytes[place]
    if ASCII.isOne(byte, of: "(,#*|`<") || byte >= 0x80 { return true }
    return ASCII.isBlank(byte) && place + 1 < end && ASCII.isOne(bytes[place + 1], of: "-")
  }
}
