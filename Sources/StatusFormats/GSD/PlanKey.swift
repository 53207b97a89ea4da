import StatusClaims
import StatusText

/// The number of a plan in its phase: `1` of `02-01`, `2A` of `02a`, `G8` of a gap; empty for the plan of a whole phase.
struct PlanKey: Hashable, Comparable {
  let text: String

  /// Whether the plan closes a gap that a verification found.
  var isGap: Bool { text.utf8.first == UInt8(ascii: "G") }
  /// Whether it is the plan of a whole phase.
  var isWhole: Bool { text.isEmpty }

  static let whole = PlanKey(text: "")

  static func < (left: PlanKey, right: PlanKey) -> Bool {
    (left.text.utf8.count, left.text) < (right.text.utf8.count, right.text)
  }

  /// Takes `01`, `02a`, `G8`, `P01`.
  static func take(_ cursor: inout TextCursor) -> PlanKey? {
    var ahead = cursor
    let isGap = ahead.byte == UInt8(ascii: "G")
    if isGap || ahead.byte == UInt8(ascii: "P") { ahead.place += 1 }
    let start = ahead.place
    while let byte = ahead.byte, ASCII.isDigit(byte) { ahead.place += 1 }
    guard (1...3).contains(ahead.place - start) else { return nil }
    let digits = ahead.bytes[start..<ahead.place].drop { $0 == UInt8(ascii: "0") }
    var text = (isGap ? "G" : "") + (digits.isEmpty ? "0" : String(decoding: digits, as: UTF8.self))
    if let letter = ahead.byte, ASCII.isLetter(letter) {
      text.unicodeScalars.append(Unicode.Scalar(letter & 0xDF))
      ahead.place += 1
    }
    if let next = ahead.byte, ASCII.isAlphanumeric(next) { return nil }
    cursor = ahead
    return PlanKey(text: text)
  }
}
