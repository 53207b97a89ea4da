import StatusText

/// Brackets of another kind around a status, or at one end of it: `[COMPLETED}`, `【COMPLETED】`. A marker takes them in,
/// since a correct one in its place would leave them.
extension MarkerScanner {
  /// The end of a bracket of another kind that closes at `offset`; `offset` where none does.
  func otherClosing(at offset: Int, to end: Int) -> Int {
    let next = skippingBlanks(from: offset, to: end)
    guard next < end else { return offset }
    if Self.roundBrackets.contains(where: { $0.closing == bytes[next] }) { return next + 1 }
    return Self.wide.contains { bytes[next..<end].starts(with: $0.closing.utf8) } ? next + 3 : offset
  }

  /// The start of a bracket of another kind that opens right before `offset`; `offset` where none does.
  func otherOpening(before offset: Int) -> Int {
    guard offset > 0 else { return offset }
    if Self.roundBrackets.contains(where: { $0.opening == bytes[offset - 1] }) { return offset - 1 }
    let before = bytes[..<offset].suffix(3)
    return Self.wide.contains { before.elementsEqual($0.opening.utf8) } ? offset - 3 : offset
  }

  /// Words with the wide brackets around them.
  func withWideBrackets(_ words: ByteRange, to end: Int) -> ByteRange {
    var lower = words.lower
    while lower > 0, ASCII.isBlank(bytes[lower - 1]) { lower -= 1 }
    let before = bytes[..<lower].suffix(3)
    guard Self.wide.contains(where: { before.elementsEqual($0.opening.utf8) }) else { return words }
    return ByteRange(lower - 3, otherClosing(at: words.upper, to: end))
  }

  /// The brackets of other kinds that take one byte each.
  static let roundBrackets: [(opening: UInt8, closing: UInt8)] = [
    (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "{"), UInt8(ascii: "}")),
    (UInt8(ascii: "<"), UInt8(ascii: ">")),
  ]

  /// The brackets of other kinds that take three bytes each.
  private static let wide: [(opening: String, closing: String)] = [
    ("【", "】"), ("［", "］"), ("〔", "〕"), ("〖", "〗"), ("「", "」"), ("『", "』"), ("《", "》"), ("〈", "〉"),
    ("（", "）"), ("｛", "｝"), ("＜", "＞"), ("⟦", "⟧"), ("⟨", "⟩"),
  ]
}
