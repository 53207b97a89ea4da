import StatusText

/// The name of a phase at the beginning of a text: `Phase 2.1`, in one of the languages of the tool.
struct PhaseHeading {
  /// The word and the number.
  let range: ByteRange
  /// The number alone.
  let numberRange: ByteRange
  /// The number in its normal form: without zeros before it, with letters in capitals.
  let number: String
  /// Whether a separator or nothing follows, and not a word.
  let isTitle: Bool

  private static let words = ["phase", "fase", "阶段", "階段", "المرحلة"].map { Array($0.utf8) }
  /// The bytes that a name begins with, without decoration.
  static let firsts = Set(words.compactMap(\.first) + Array("PF".utf8))

  /// The name at the beginning of `text`, after emphasis, a box or a symbol; nil without one.
  init?(_ bytes: [UInt8], _ text: ByteRange) {
    let start = Self.afterDecoration(bytes, text)
    let folded = bytes[start..<min(text.upper, start + 24)].map(ASCII.lowercased)
    guard let word = Self.words.first(where: { folded.starts(with: $0) }) else { return nil }
    var end = start + word.count
    while end < text.upper, ASCII.isBlank(bytes[end]) { end += 1 }
    let first = end
    var parts: [String] = []
    while end < text.upper, ASCII.isDigit(bytes[end]) {
      let digits = bytes[end..<text.upper].prefix(while: ASCII.isDigit)
      end = digits.endIndex
      let plain = digits.drop { $0 == UInt8(ascii: "0") }
      parts.append(plain.isEmpty ? "0" : String(decoding: plain, as: UTF8.self))
      guard end + 1 < text.upper, bytes[end] == UInt8(ascii: "."), ASCII.isDigit(bytes[end + 1]) else {
        break
      }
      end += 1
    }
    var number = parts.joined(separator: ".")
    if end < text.upper, ASCII.isLetter(bytes[end]),
      end + 1 == text.upper || !ASCII.isAlphanumeric(bytes[end + 1])
    {
      number += String(decoding: [bytes[end]], as: UTF8.self).uppercased()
      end += 1
    }
    guard end > first else { return nil }
    self.number = number
    range = ByteRange(start, end)
    numberRange = ByteRange(first, end)
    let next = bytes[end..<text.upper].drop { ASCII.isBlank($0) || ASCII.isOne($0, of: "*_") }.first
    isTitle = next.map { !ASCII.isAlphanumeric($0) } ?? true
    // A letter alone is a number only where nothing else can be meant.
    if parts.isEmpty, !isTitle || first == start + word.count { return nil }
  }

  /// The whole number before the first dot; nil if it is too long to be one.
  var major: Int? { Int(number.prefix { $0.isASCII && $0.isNumber }) }

  private static func afterDecoration(_ bytes: [UInt8], _ text: ByteRange) -> Int {
    var place = text.lower
    if place + 2 < text.upper, bytes[place] == UInt8(ascii: "["), bytes[place + 2] == UInt8(ascii: "]") {
      place += 3
    }
    while place < text.upper {
      if ASCII.isBlank(bytes[place]) || ASCII.isOne(bytes[place], of: "*_~") {
        place += 1
      } else if bytes[place] == 0xE2
        || bytes[place] == 0xEF && place + 1 < text.upper && bytes[place + 1] == 0xB8
      {
        place += 3
      } else if bytes[place] == 0xF0 {
        place += 4
      } else {
        break
      }
    }
    return min(place, text.upper)
  }
}
