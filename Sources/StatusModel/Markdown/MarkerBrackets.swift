import StatusText

/// The square brackets of a stretch of text. CommonMark shows an escaped bracket as a bracket, and so it counts as one.
struct MarkerBrackets {
  /// A pair of brackets.
  struct Pair {
    /// With the brackets, and the backslashes before them.
    let range: ByteRange
    /// What is between them.
    let inner: ByteRange
    /// Whether neither bracket is escaped.
    let isPlain: Bool
  }

  /// The outermost pairs, in order.
  private(set) var pairs: [Pair] = []
  /// The last bracket that opens and is never closed, with its backslash.
  private(set) var loneOpening: ByteRange?
  /// The last bracket that closes and was never opened, with its backslash.
  private(set) var loneClosing: ByteRange?

  init(in text: ByteRange, of bytes: [UInt8]) {
    var open: [ByteRange] = []
    for offset in text.indices where bytes[offset] == Self.open || bytes[offset] == Self.close {
      let isEscaped = offset > text.lower && bytes[offset - 1] == UInt8(ascii: "\\")
      let bracket = ByteRange(isEscaped ? offset - 1 : offset, offset + 1)
      if bytes[offset] == Self.open {
        open.append(bracket)
      } else if let opening = open.popLast() {
        while let last = pairs.last, last.range.lower > opening.lower { pairs.removeLast() }
        pairs.append(
          Pair(
            range: ByteRange(opening.lower, bracket.upper), inner: ByteRange(opening.upper, bracket.lower),
            isPlain: opening.count == 1 && !isEscaped))
      } else {
        loneClosing = bracket
      }
    }
    loneOpening = open.last
  }

  private static let open = UInt8(ascii: "[")
  private static let close = UInt8(ascii: "]")
}
