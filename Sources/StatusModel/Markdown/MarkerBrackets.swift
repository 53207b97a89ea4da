import StatusText

/// The square brackets of a stretch of text. CommonMark shows an escaped bracket, and a character reference to one, as a
/// bracket, and so they count as one.
struct MarkerBrackets {
  /// A pair of brackets.
  struct Pair {
    /// With the brackets, however they are written.
    let range: ByteRange
    /// What is between them.
    let inner: ByteRange
    /// Whether both brackets are written as such.
    let isPlain: Bool
  }

  /// The outermost pairs, in order.
  private(set) var pairs: [Pair] = []
  /// The last bracket that opens and is never closed.
  private(set) var loneOpening: ByteRange?
  /// The last bracket that closes and was never opened.
  private(set) var loneClosing: ByteRange?

  init(in text: ByteRange, of bytes: [UInt8]) {
    var open: [ByteRange] = []
    var offset = text.lower
    while offset < text.upper {
      guard Self.mayBeBracket(bytes[offset]),
        let (opens, end) = Self.bracket(at: offset, before: text.upper, in: bytes)
      else {
        offset += 1
        continue
      }
      let bracket = ByteRange(offset, end)
      offset = end
      if opens {
        open.append(bracket)
      } else if let opening = open.popLast() {
        while let last = pairs.last, last.range.lower > opening.lower { pairs.removeLast() }
        pairs.append(
          Pair(
            range: ByteRange(opening.lower, bracket.upper), inner: ByteRange(opening.upper, bracket.lower),
            isPlain: opening.count == 1 && bracket.count == 1))
      } else {
        loneClosing = bracket
      }
    }
    loneOpening = open.last
  }

  /// Whether a bracket may begin with a byte.
  static func mayBeBracket(_ byte: UInt8) -> Bool { ASCII.isOne(byte, of: "[]\\&") }

  /// Whether a bracket opens or closes at `offset`, also after a backslash or as a character reference, and where it
  /// ends; nil if none is there.
  static func bracket(at offset: Int, before end: Int, in bytes: [UInt8]) -> (opens: Bool, end: Int)? {
    switch bytes[offset] {
    case UInt8(ascii: "["): return (true, offset + 1)
    case UInt8(ascii: "]"): return (false, offset + 1)
    case UInt8(ascii: "\\"):
      guard offset + 1 < end, ASCII.isOne(bytes[offset + 1], of: "[]") else { return nil }
      return (bytes[offset + 1] == UInt8(ascii: "["), offset + 2)
    case UInt8(ascii: "&"):
      for (reference, opens) in references
      where ASCII.begins(bytes, at: offset, before: end, with: reference) {
        return (opens, offset + reference.utf8CodeUnitCount)
      }
      return nil
    default: return nil
    }
  }

  private static let references: [(StaticString, opens: Bool)] = [
    ("&#91;", true), ("&#x5b;", true), ("&lbrack;", true), ("&lsqb;", true),
    ("&#93;", false), ("&#x5d;", false), ("&rbrack;", false), ("&rsqb;", false),
  ]
}
