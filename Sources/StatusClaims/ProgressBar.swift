import StatusText

/// A bar that is drawn with characters: `[███░░░░░░░]`, or with blocks alone.
package struct ProgressBar: Sendable {
  /// The bar with its brackets, if it has some.
  package let range: ByteRange
  /// How many characters are filled.
  package let filled: Int
  /// How many characters there are.
  package let length: Int
  private let hasBrackets: Bool
  private let full: Unicode.Scalar
  private let empty: Unicode.Scalar

  /// The first bar in `range`; nil if there is none.
  package init?(in source: SourceText, _ range: ByteRange) {
    let bracketed = Self.bracketed(source.bytes, range)
    guard let inside = bracketed ?? Self.blocks(source, range), inside.count <= 400 else { return nil }
    let characters = Array(source.text(inside).unicodeScalars)
    guard characters.count >= 4,
      characters.allSatisfy({ Self.blocks.contains($0) || Self.signs.contains($0) })
    else { return nil }
    // Beside a block, a sign is what is left.
    let hasBlocks = characters.contains(where: Self.blocks.contains)
    let isFull: (Unicode.Scalar) -> Bool = {
      hasBlocks ? Self.blocks.contains($0) : Self.fullSigns.contains($0)
    }
    hasBrackets = bracketed != nil
    self.range = hasBrackets ? ByteRange(inside.lower - 1, inside.upper + 1) : inside
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

  /// What is between the first pair of brackets.
  private static func bracketed(_ bytes: [UInt8], _ range: ByteRange) -> ByteRange? {
    let open = bytes.offset(of: UInt8(ascii: "["), from: range.lower, to: range.upper)
    let close = bytes.offset(of: UInt8(ascii: "]"), from: open, to: range.upper)
    return close < range.upper ? ByteRange(open + 1, close) : nil
  }

  /// The first run of blocks and shades, where no bracket opens.
  private static func blocks(_ source: SourceText, _ range: ByteRange) -> ByteRange? {
    let text = source.text(range)
    if text.utf8.contains(UInt8(ascii: "[")) { return nil }
    let isPart: (Unicode.Scalar) -> Bool = { blocks.contains($0) || shades.contains($0) }
    guard let first = text.unicodeScalars.firstIndex(where: isPart) else { return nil }
    let run = text.unicodeScalars[first...].prefix(while: isPart)
    let start = range.lower + text.utf8[..<first].count
    return ByteRange(start, start + String(run).utf8.count)
  }

  /// Whether the bar shows another part than `percent`, by more than one character.
  package func contradicts(_ percent: Int) -> Bool { abs(filled * 100 - percent * length) > 10 * length }

  /// How many characters are filled at `percent`.
  package func filled(at percent: Int) -> Int { (min(max(percent, 0), 100) * length + 50) / 100 }

  /// The bar of `percent`, in its own characters.
  package func text(at percent: Int) -> String {
    let filled = filled(at: percent)
    var text = ""
    for index in 0..<length { text.unicodeScalars.append(index < filled ? full : empty) }
    return hasBrackets ? "[\(text)]" : text
  }

  private static let blocks: Set<Unicode.Scalar> = ["█", "▓", "■", "▰", "●", "▮"]
  private static let shades: Set<Unicode.Scalar> = ["░", "▒", "□", "▱", "○", "▯"]
  private static let fullSigns: Set<Unicode.Scalar> = ["#", "=", "*", "+"]
  private static let signs = shades.union(fullSigns).union([" ", "-", ".", "_", ">", "·"])
}
