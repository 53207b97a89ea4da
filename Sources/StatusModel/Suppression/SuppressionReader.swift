import StatusSyntax
import StatusText

/// Finds the comments to statuslint in one Markdown file, and reads them.
///
/// A comment counts where Markdown takes it for a comment: on lines of its own, or after the text of a line. In code it
/// is text.
struct SuppressionReader {
  /// The comments, in order.
  let comments: [SuppressionComment]

  /// Reads `source`; nil if nothing in it looks like such a comment, which is nearly always so.
  init?(_ source: SourceText, _ outline: () -> MarkdownOutline?) {
    let starts = Self.starts(in: source.bytes)
    guard !starts.isEmpty, let outline = outline() else { return nil }
    let scopes = SuppressionScopes(source.bytes, outline)
    comments = Self.ranges(startingAt: starts, source.bytes, outline).map { range in
      SuppressionWords(range, in: source).comment(scopes)
    }
  }

  /// Where `<!-- statuslint-` stands. The rarest byte of it is looked for.
  private static func starts(in bytes: [UInt8]) -> [Int] {
    var starts: [Int] = []
    var place = bytes.offset(of: UInt8(ascii: "!"), from: 0, to: bytes.count)
    while place < bytes.count {
      if ASCII.begins(bytes, at: place - 1, before: bytes.count, with: "<!--") {
        var word = place + 3
        while word < bytes.count, ASCII.isWhitespace(bytes[word]) { word += 1 }
        if ASCII.begins(bytes, at: word, before: bytes.count, with: SuppressionComment.prefix) {
          starts.append(place - 1)
        }
      }
      place = bytes.offset(of: UInt8(ascii: "!"), from: place + 1, to: bytes.count)
    }
    return starts
  }

  /// The comments that begin at one of `starts`, which are in order.
  private static func ranges(
    startingAt starts: [Int], _ bytes: [UInt8], _ outline: MarkdownOutline
  ) -> [ByteRange] {
    var rest = starts[...]
    var ranges: [ByteRange] = []
    for block in outline.blocks where block.isLeaf {
      rest = rest.drop { $0 < block.range.lower }
      guard let first = rest.first else { break }
      guard first < block.range.upper else { continue }
      let wanted = Set(rest.prefix { $0 < block.range.upper })
      ranges += HTMLComments.ranges(in: block, of: bytes).filter { wanted.contains($0.lower) }
    }
    return ranges
  }
}
