import StatusText

/// An escape in double quotes (YAML 1.2, section 5.7).
struct YAMLEscape {
  /// The character; nil for a backslash at the end of a line, which joins it with the next one.
  var scalar: Unicode.Scalar?
  /// The number of bytes in the text, with the backslash.
  var count: Int

  /// The escape at `start`, which is a backslash, on a line that ends at `lineEnd`; nil if it is not one.
  init?(_ bytes: [UInt8], at start: Int, to lineEnd: Int) {
    guard start + 1 < lineEnd else {
      count = 1
      return
    }
    let letter = bytes[start + 1]
    guard let digits = Self.digits(letter) else {
      guard let scalar = Self.meaning(of: letter) else { return nil }
      self.scalar = scalar
      count = 2
      return
    }
    count = 2 + digits
    guard start + count <= lineEnd else { return nil }
    var value: UInt32 = 0
    for byte in bytes[start + 2..<start + count] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
    guard let scalar = Unicode.Scalar(value) else { return nil }
    self.scalar = scalar
  }

  private static func digits(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  private static func meaning(of letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{07}"
    case UInt8(ascii: "b"): "\u{08}"
    case UInt8(ascii: "t"), ASCII.tab: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{0B}"
    case UInt8(ascii: "f"): "\u{0C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    case ASCII.space, UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): Unicode.Scalar(letter)
    default: nil
    }
  }
}
