import StatusRuntime
import StatusText

/// The name of an object in a git repository: SHA-1 or SHA-256.
package struct ObjectID: Hashable, Sendable {
  /// The bytes, eight in a word; those that a shorter name does not have are zero.
  private var words = SIMD4<UInt64>()
  /// How many digits it has: 40 or 64.
  let digitCount: Int

  /// The name with these digits; nil for anything else.
  init?(_ digits: ArraySlice<UInt8>) {
    digitCount = digits.count
    guard digitCount == 40 || digitCount == 64 else { return nil }
    for (index, start) in stride(from: digits.startIndex, to: digits.endIndex, by: 16).enumerated() {
      let part = digits[start..<min(start + 16, digits.endIndex)]
      var word: UInt64 = 0
      for digit in part {
        guard let value = Self.value(digit) else { return nil }
        word = word << 4 | UInt64(value)
      }
      words[index] = word << UInt64(64 - 4 * part.count)
    }
  }

  /// The name with these bytes, as trees have it.
  init(bytes: some Collection<UInt8>) {
    digitCount = 2 * bytes.count
    for (place, byte) in bytes.enumerated() {
      set(byte >> 4, atDigit: 2 * place)
      set(byte & 15, atDigit: 2 * place + 1)
    }
  }

  /// The digits, in hexadecimal.
  package var digits: String { String(decoding: digitBytes, as: UTF8.self) }

  /// The digits, in hexadecimal.
  var digitBytes: [UInt8] {
    (0..<digitCount).map { place in
      let value = UInt8(words[place / 16] >> Self.shift(ofDigit: place) & 15)
      return value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
  }

  /// Hashes the first word: it is a hash already.
  package func hash(into hasher: inout Hasher) { hasher.combine(words[0]) }

  /// Whether it is the name of a file with these bytes. False for SHA-256, which few repositories use:
  /// then it is not known.
  package func isBlob(_ bytes: [UInt8]) -> Bool {
    digitCount == 40 && self == ObjectID(bytes: SHA1.hash(Array("blob \(bytes.count)\0".utf8), bytes))
  }

  /// Whether it stands for no object, on one side of a change.
  package var isNone: Bool { words == SIMD4() }

  private mutating func set(_ value: UInt8, atDigit place: Int) {
    words[place / 16] |= UInt64(value) << Self.shift(ofDigit: place)
  }

  private static func shift(ofDigit place: Int) -> UInt64 { UInt64(60 - place % 16 * 4) }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
