import StatusClaims
import StatusText

/// A box of GSD: `[x]`.
struct GSDBox {
  /// The box with its brackets.
  let range: ByteRange
  /// What the mark says; nil if it is not one of GSD.
  let stage: Vocabulary.Stage?

  /// Takes the box at `cursor`: brackets around one character, and a blank after them.
  static func take(_ cursor: inout TextCursor) -> GSDBox? {
    let start = cursor.place
    guard cursor.byte == UInt8(ascii: "[") else { return nil }
    let close = cursor.bytes.offset(of: UInt8(ascii: "]"), from: start, to: min(start + 10, cursor.end))
    guard close < min(start + 10, cursor.end),
      close + 1 == cursor.end || ASCII.isBlank(cursor.bytes[close + 1])
    else { return nil }
    let mark = String(decoding: cursor.bytes[start + 1..<close], as: UTF8.self)
    // A digit is a footnote, a letter a name.
    guard
      mark.isEmpty
        || mark.count == 1 && (mark == "x" || mark == "X" || !mark.utf8.allSatisfy(ASCII.isAlphanumeric))
    else { return nil }
    cursor.place = close + 1
    return GSDBox(range: ByteRange(start, close + 1), stage: stages[mark])
  }

  private static let stages: [String: Vocabulary.Stage] = [
    " ": .open, "x": .done, "X": .done, "~": .active, "-": .active, "/": .active, "→": .closed, ">": .closed,
  ]
}
