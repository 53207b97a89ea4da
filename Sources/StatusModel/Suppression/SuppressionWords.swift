import StatusText

/// The words of one comment to statuslint: `<!-- statuslint-disable RULE, RULE -- reason -->`, or the same after `#`.
struct SuppressionWords {
  private let range: ByteRange
  private let source: SourceText
  private let keyword: ByteRange
  private let names: [ByteRange]
  private let reason: ByteRange?

  private static let comma = UInt8(ascii: ",")

  /// The comment at `range`, which begins with a word of ours between so many bytes that make it a comment: those of `<!--`
  /// and `-->`.
  init(_ range: ByteRange, opening: Int = 4, closing: Int = 3, in source: SourceText) {
    let bytes = source.bytes
    self.range = range
    self.source = source
    let text = Self.trimmed(range.lower + opening, range.upper - closing, bytes)
    let wordEnd = bytes[text.indices].firstIndex(where: ASCII.isWhitespace) ?? text.upper
    keyword = ByteRange(text.lower, wordEnd)
    let dashes = Self.dashes(from: wordEnd, to: text.upper, bytes)
    names = bytes[wordEnd..<(dashes ?? text.upper)].split(separator: Self.comma).compactMap { part in
      let name = Self.trimmed(part.startIndex, part.endIndex, bytes)
      return name.isEmpty ? nil : name
    }
    let reason = dashes.map { Self.trimmed($0 + 2, text.upper, bytes) }
    self.reason = reason?.isEmpty ?? true ? nil : reason
  }

  /// The comment, which has one of the `scopes` of its file.
  func comment(_ scopes: SuppressionScopes) -> SuppressionComment {
    let keyword = word(keyword)
    let prefix = "\(SuppressionComment.prefix)"
    let directive = SuppressionComment.Directive(rawValue: String(keyword.text.dropFirst(prefix.utf8.count)))
    return SuppressionComment(
      range: range, keyword: keyword, directive: directive, names: names.map(word), reason: reasonText,
      scope: scopes.scope(of: directive, range))
  }

  private func word(_ range: ByteRange) -> SuppressionComment.Word {
    SuppressionComment.Word(text: source.text(range), range: range)
  }

  /// The reason on one line.
  private var reasonText: String? {
    reason.map { range in
      source.bytes[range.indices].split(whereSeparator: ASCII.isWhitespace)
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
    }
  }

  /// Where two hyphens stand alone between blanks: what follows is the reason.
  private static func dashes(from start: Int, to end: Int, _ bytes: [UInt8]) -> Int? {
    func isBlank(_ place: Int) -> Bool { place >= end || ASCII.isWhitespace(bytes[place]) }
    return (start..<max(start, end - 1)).first { place in
      bytes[place] == UInt8(ascii: "-") && bytes[place + 1] == UInt8(ascii: "-")
        && place > start && isBlank(place - 1) && isBlank(place + 2)
    }
  }

  private static func trimmed(_ lower: Int, _ upper: Int, _ bytes: [UInt8]) -> ByteRange {
    var (lower, upper) = (lower, upper)
    while lower < upper, ASCII.isWhitespace(bytes[lower]) { lower += 1 }
    while upper > lower, ASCII.isWhitespace(bytes[upper - 1]) { upper -= 1 }
    return ByteRange(lower, upper)
  }
}
