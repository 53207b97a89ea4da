import StatusSyntax
import StatusText

/// The HTML comments in a block of Markdown, as in CommonMark 0.31.2: two hyphens within one do not end it.
enum HTMLComments {
  /// The comments in a leaf block, in order. There are none in code, and none in HTML whose content is not HTML.
  static func ranges(in block: MarkdownOutline.Block, of bytes: [UInt8]) -> [ByteRange] {
    switch block.kind {
    case .html: isVerbatim(block.range, bytes) ? [] : ranges(in: block.range, of: bytes, isText: false)
    case .heading, .paragraph, .table: ranges(in: block.range, of: bytes, isText: true)
    case .frontMatter, .code, .blockQuote, .listItem, .thematicBreak, .field: []
    }
  }

  /// In text, code spans and escapes come before comments.
  private static func ranges(in range: ByteRange, of bytes: [UInt8], isText: Bool) -> [ByteRange] {
    var ranges: [ByteRange] = []
    var place = range.lower
    // The counts of backticks after which no run of the same count comes any more.
    var unclosed: Set<Int> = []
    while place < range.upper {
      switch bytes[place] {
      case UInt8(ascii: "<") where ASCII.begins(bytes, at: place, before: range.upper, with: "<!--"):
        // Nothing closes a later one either.
        guard let end = end(from: place + 2, to: range.upper, in: bytes) else { return ranges }
        ranges.append(ByteRange(place, end))
        place = end
      case UInt8(ascii: "\\") where isText: place += 2
      case UInt8(ascii: "`") where isText:
        let count = bytes[place..<range.upper].prefix { $0 == UInt8(ascii: "`") }.count
        place += count
        if unclosed.contains(count) { continue }
        if let end = endOfCode(count, from: place, to: range.upper, in: bytes) {
          place = end
        } else {
          unclosed.insert(count)
        }
      default: place += 1
      }
    }
    return ranges
  }

  private static func end(from start: Int, to end: Int, in bytes: [UInt8]) -> Int? {
    var place = start
    while true {
      place = bytes.offset(of: UInt8(ascii: "-"), from: place, to: end)
      guard place < end else { return nil }
      if ASCII.begins(bytes, at: place, before: end, with: "-->") { return place + 3 }
      place += 1
    }
  }

  /// The end of the code span that `count` backticks before `start` begin.
  private static func endOfCode(_ count: Int, from start: Int, to end: Int, in bytes: [UInt8]) -> Int? {
    var place = start
    while true {
      place = bytes.offset(of: UInt8(ascii: "`"), from: place, to: end)
      guard place < end else { return nil }
      let run = bytes[place..<end].prefix { $0 == UInt8(ascii: "`") }.count
      place += run
      if run == count { return place }
    }
  }

  /// Whether an HTML block is one of the kinds 1 and 3 to 5 (CommonMark 4.6).
  private static func isVerbatim(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    func begins(_ word: StaticString) -> Bool {
      ASCII.begins(bytes, at: range.lower, before: range.upper, with: word)
    }
    if begins("<!") { return !begins("<!--") }
    if begins("<?") { return true }
    let tags: [StaticString] = ["<pre", "<script", "<style", "<textarea"]
    return tags.contains { tag in
      let next = range.lower + tag.utf8CodeUnitCount
      return begins(tag) && (next >= range.upper || !ASCII.isAlphanumeric(bytes[next]))
    }
  }
}
