import StatusClaims
import StatusText

/// What says in the heading of a phase that it is done: a sign before the word "Phase", or a sign or words at the end.
struct HeadingMark {
  /// The mark, with the blanks between it and the rest of the heading.
  let range: ByteRange
  /// Whether it is at the beginning.
  let isFirst: Bool

  /// The mark of `heading`; nil if it has none that can be told from its title.
  init?(_ heading: ByteRange, in source: SourceText) {
    if let sign = Self.sign(heading, source) {
      let title = TextCursor(source.bytes, ByteRange(sign.upper, heading.upper))
      isFirst = sign.lower == heading.lower && sign.upper < heading.upper
      range = isFirst ? sign : ByteRange(Self.start(sign.lower, heading, source), heading.upper)
      if isFirst || Self.isWords(title) { return }
      return nil
    }
    guard let words = Self.words(heading, source) else { return nil }
    (range, isFirst) = (ByteRange(Self.start(words, heading, source), heading.upper), false)
  }

  /// The mark as another heading gets it: with `today` for a day.
  func text(in source: SourceText, today: String) -> String {
    guard let day = WrittenDay(in: source, range) else { return source.text(range) }
    return source.text(ByteRange(range.lower, day.range.lower)) + today
      + source.text(ByteRange(day.range.upper, range.upper))
  }

  /// The first check mark, with the blanks after it.
  private static func sign(_ heading: ByteRange, _ source: SourceText) -> ByteRange? {
    let bytes = source.bytes
    let check = Array("✅".utf8)
    var start = heading.lower
    while start + check.count <= heading.upper, !bytes.has(check, at: start) { start += 1 }
    guard start + check.count <= heading.upper else { return nil }
    var cursor = TextCursor(bytes, ByteRange(start + check.count, heading.upper))
    // What makes a sign colored has no width.
    let color = Array("\u{FE0F}".utf8)
    if bytes.has(color, at: cursor.place) { cursor.place += color.count }
    cursor.skip(" ")
    return ByteRange(start, cursor.place)
  }

  /// Where a dash or a bracket begins after which nothing but that the phase is done is said.
  private static func words(_ heading: ByteRange, _ source: SourceText) -> Int? {
    var place = heading.lower + 1
    while place < heading.upper {
      var cursor = TextCursor(source.bytes, ByteRange(place, heading.upper))
      let isDash = ASCII.isBlank(source.bytes[place - 1]) && cursor.takeDash()
      if isDash || cursor.take("(") || cursor.take("[") {
        cursor.skip("- *_")
        if GSDStatus.read(source, cursor.rest) == .stage(.done) {
          return isDash || ASCII.isOne(source.bytes[heading.upper - 1], of: ")]") ? place : nil
        }
      }
      place += 1
    }
    return nil
  }

  private static func isWords(_ cursor: TextCursor) -> Bool {
    cursor.bytes[cursor.rest.indices].allSatisfy { ASCII.isAlphanumeric($0) || ASCII.isOne($0, of: " -*_()") }
  }

  /// `place` without the blanks before it.
  private static func start(_ place: Int, _ heading: ByteRange, _ source: SourceText) -> Int {
    var start = place
    while start > heading.lower, ASCII.isBlank(source.bytes[start - 1]) { start -= 1 }
    return start
  }
}
