import StatusClaims
import StatusText

/// What an item says with its box and its text.
enum ItemStatus {
  /// The status of an item with `box`, of which `rest` is the text after its name.
  static func read(_ source: SourceText, _ box: GSDBox, _ rest: ByteRange, isStruck: Bool) -> GSDStatus {
    guard let stage = box.stage else { return .unknown }
    if isStruck { return .stage(.closed) }
    if stage == .open || stage == .done, remark(source, rest) == .stage(.closed) { return .stage(.closed) }
    if stage == .open, isCodeComplete(source, rest) { return .stage(.active) }
    return .stage(stage)
  }

  /// What the text says directly after a dash or in parentheses.
  private static func remark(_ source: SourceText, _ range: ByteRange) -> GSDStatus {
    var cursor = TextCursor(source.bytes, range)
    while !cursor.isAtEnd {
      let before = cursor.place == range.lower ? ASCII.space : source.bytes[cursor.place - 1]
      guard ASCII.isBlank(before) && cursor.takeDash() || cursor.take("(") else {
        cursor.place += 1
        continue
      }
      cursor.skip("- ")
      let status = GSDStatus.read(source, cursor.rest)
      if status == .stage(.closed) { return status }
    }
    return .silent
  }

  private static func isCodeComplete(_ source: SourceText, _ range: ByteRange) -> Bool {
    let text = source.text(range).lowercased()
    return text.contains(text: "code-complete") || text.contains(text: "code complete")
  }

  /// The day of `(completed 2026-11-02)` or `- completed 2026-11-02`.
  static func completed(_ source: SourceText, _ range: ByteRange) -> WrittenDay? {
    var cursor = TextCursor(source.bytes, range)
    while !cursor.isAtEnd {
      guard cursor.take("(") || cursor.takeDash() else {
        cursor.place += 1
        continue
      }
      cursor.skip("- *_")
      guard cursor.takeWord("completed") || cursor.takeWord("complete") || cursor.takeWord("done") else {
        continue
      }
      cursor.skip(" :,*_")
      _ = cursor.take("on ")
      if let day = WrittenDay(in: source, ByteRange(cursor.place, min(cursor.place + 10, range.upper))) {
        return day
      }
    }
    return nil
  }
}
