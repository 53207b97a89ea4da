import StatusText

/// A bar that is drawn with characters: `[███░░░░░░░]`.
package struct ProgressBar: Sendable {
  /// The bar with its brackets.
  package let range: ByteRange
  /// How many characters are filled.
  package let filled: Int
  /// How many characters there are.
  package let length: Int
  private let full: Unicode.Scalar
  private let empty: Unicode.Scalar

  /// The first bar in `range`; nil if there is none.
  package init?(in source: SourceText, _ range: ByteRange) {
    let open = source.bytes.offset(of: UInt8(ascii: "["), from: range.lower, to: range.upper)
    guard open < range.upper else { return nil }
    let close = source.bytes.offset(of: UInt8(ascii: "]"), from: open, to: range.upper)
    guard close < range.upper, close - open <= 400 else { return nil }
    let characters = Array(source.text(ByteRange(open + 1, close)).unicodeScalars)
    guard characters.count >= 4,
      characters.allSatisfy({ Self.blocks.contains($0) || Self.signs.contains($0) })
    else { return nil }
    // Beside a block, a sign is what is left.
    let hasBlocks = characters.contains(where: Self.blocks.contains)
    let isFull: (Unicode.Scalar) -> Bool = {
      hasBlocks ? Self.blocks.contains($0) : Self.fullSigns.contains($0)
    }
    self.range = ByteRange(open, close + 1)
    filled = characters.prefix(while: isFull).count
    length = characters.count
    // A bar with gaps says nothing.
    guard characters.dropFirst(filled).allSatisfy({ !isFull($0) }) else { return nil }
    let rest = characters.dropFirst(filled).first
    full =
      characters.first.flatMap { isFull($0) ? $0 : nil }
      ?? (rest.map { Self.shades.contains($0) } ?? true ? "█" : "#")
    empty = rest ?? "░"
  }

  /// Whether the bar shows another part than `percent`, by more than one character.
  package func contradicts(_ percent: Int) -> Bool { abs(filled * 100 - percent * length) > 10 * length }

  /// How many characters are filled at `percent`.
  package func filled(at percent: Int) -> Int { (min(max(percent, 0), 100) * length + 50) / 100 }

  /// The bar of `percent`, in its own characters.
  package func text(at percent: Int) -> String {
    let filled = filled(at: percent)
    var text = "["
    for index in 0..<length { text.unicodeScalars.append(index < filled ? full : empty) }
    return text + "]"
  }

  private static let blocks: Set<Unicode.Scalar> = ["█", "▓", "■", "▰", "●", "▮"]
  private static let shades: Set<Unicode.Scalar> = ["░", "▒", "□", "▱", "○", "▯"]
  private static let fullSigns: Set<Unicode.Scalar> = ["#", "=", "*", "+"]
  private static let signs = shades.union(fullSigns).union([" ", "-", ".", "_", ">", "·"])
}
