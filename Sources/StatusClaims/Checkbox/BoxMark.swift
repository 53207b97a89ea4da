import StatusText

/// The box at some place of a text: what is between its brackets, and where the text after it begins.
struct BoxMark {
  /// The brackets with what is between them.
  let range: ByteRange
  let state: CheckboxDialect.State
  /// The mark that was meant, if it is not written so.
  let correction: UInt8?
  let looksTicked: Bool
  /// Whether `*` follows it.
  let isOptional: Bool
  /// Where the text begins.
  let end: Int

  /// The box that begins at `start` and ends before `limit`; nil if there is none. Other text in brackets is not a box:
  /// `[P]`, `[1]`, `[link](…)`.
  init?(_ bytes: [UInt8], at start: Int, before limit: Int, _ dialect: CheckboxDialect) {
    guard start < limit, bytes[start] == UInt8(ascii: "[") else { return nil }
    var close = start + 1
    // Four characters of up to four bytes.
    while close < limit, close <= start + 16, bytes[close] != UInt8(ascii: "]") {
      if bytes[close] == UInt8(ascii: "[") || ASCII.isLineEnd(bytes[close]) { return nil }
      close += 1
    }
    guard close < limit, bytes[close] == UInt8(ascii: "]"), let sign = Sign(bytes[start + 1..<close], dialect)
    else { return nil }
    var end = close + 1
    var isOptional = false
    if end < limit, bytes[end] == UInt8(ascii: "*") {
      (end, isOptional) = (end + 1, true)
    } else if end + 1 < limit, bytes[end] == UInt8(ascii: "\\"), bytes[end + 1] == UInt8(ascii: "*") {
      (end, isOptional) = (end + 2, true)
    }
    guard Self.mayFollow(bytes, at: end, before: limit) else { return nil }
    range = ByteRange(start, close + 1)
    state = sign.state
    correction = sign.correction
    looksTicked = sign.looksTicked
    self.isOptional = isOptional
    self.end = end
  }

  /// A blank, the end of the line, a number with a dot, or the number of a task.
  private static func mayFollow(_ bytes: [UInt8], at place: Int, before limit: Int) -> Bool {
    guard place < limit, !ASCII.isWhitespace(bytes[place]) else { return true }
    if UnicodeBlank.spaceLength(at: place, to: limit, in: bytes[...]) > 0 { return true }
    if bytes[place] == UInt8(ascii: "T") { return place + 1 < limit && ASCII.isDigit(bytes[place + 1]) }
    let digits = bytes[place..<limit].prefix { ASCII.isDigit($0) }
    return !digits.isEmpty && digits.endIndex < limit && bytes[digits.endIndex] == UInt8(ascii: ".")
  }

  /// What is between the brackets.
  private struct Sign {
    var state = CheckboxDialect.State.unknown
    var correction: UInt8?
    var looksTicked = false

    init?(_ text: ArraySlice<UInt8>, _ dialect: CheckboxDialect) {
      if text.count == 1, let byte = text.first {
        switch byte {
        case ASCII.space: state = .open
        case UInt8(ascii: "x"), UInt8(ascii: "X"): state = .done
        default:
          if let known = dialect.marks[byte] {
            state = known
          } else if ASCII.isOne(byte, of: "vV") {
            looksTicked = true
          } else if !ASCII.isOne(byte, of: "-~/>!?*+.oO\t") {
            return nil
          }
        }
        return
      }
      if text.isEmpty || Self.isBlank(text) {
        state = .open
        // Upstream's programs read every kind of blank.
        correction = Self.isOneBlank(text) ? nil : ASCII.space
        return
      }
      let letters = text.filter { !ASCII.isBlank($0) }
      if letters.count == 1, let byte = letters.first, ASCII.isOne(byte, of: "xX") {
        (state, correction) = (.done, byte)
        return
      }
      if Self.ticks.contains(Array(letters)) {
        looksTicked = true
      } else if !Self.signs.contains(Array(letters)) {
        return nil
      }
    }

    private static func isOneBlank(_ text: ArraySlice<UInt8>) -> Bool {
      !text.isEmpty
        && UnicodeBlank.spaceLength(at: text.startIndex, to: text.endIndex, in: text) == text.count
    }

    private static func isBlank(_ text: ArraySlice<UInt8>) -> Bool {
      var place = text.startIndex
      while place < text.endIndex {
        let length = UnicodeBlank.spaceLength(at: place, to: text.endIndex, in: text)
        if length == 0 { return false }
        place += length
      }
      return true
    }

    private static let ticks = Set(["✓", "✔", "✔️", "✅", "☑", "☑️", "√"].map { Array($0.utf8) })
    private static let signs = Set(["✗", "✘", "×", "❌", "→", "–", "—", "⏳", "🚧"].map { Array($0.utf8) })
  }
}
