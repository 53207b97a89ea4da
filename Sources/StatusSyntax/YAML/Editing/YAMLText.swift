import StatusText

/// A text that is to become a scalar.
struct YAMLText {
  private let text: String
  private let bytes: [UInt8]

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// Whether only double quotes can express the text.
  var needsEscapes: Bool { text.unicodeScalars.contains { Self.isInvisible($0) } }

  /// Whether the text can be without quotes, if it has no meaning of its own there (`isTyped`).
  func canBePlain(isInFlow: Bool) -> Bool {
    guard let first = bytes.first, let last = bytes.last, !needsEscapes else { return false }
    if ASCII.isBlank(first) || ASCII.isBlank(last) || last == UInt8(ascii: ":") { return false }
    if ASCII.isOne(first, of: "@`{}[]&*!|>%\"'#,") { return false }
    if ASCII.isOne(first, of: "-?:"), isInFlow || bytes.count == 1 || ASCII.isBlank(bytes[1]) { return false }
    if bytes.starts(with: "---".utf8) || bytes.starts(with: "...".utf8) { return false }
    if isInFlow, bytes.contains(where: { ASCII.isOne($0, of: ",[]{}:") }) { return false }
    return !zip(bytes, bytes.dropFirst()).contains { left, right in
      left == UInt8(ascii: ":") && ASCII.isBlank(right) || ASCII.isBlank(left) && right == UInt8(ascii: "#")
    }
  }

  /// Whether some reader takes the text for null, a Boolean or a number if it has no quotes.
  var isTyped: Bool { isNumber || Self.words.contains(text.lowercased()) }

  private static let words: Set = [
    "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", ".inf", "+.inf", "-.inf", ".nan",
    "=", "<<",
  ]

  /// Whether the text is a number in YAML 1.1 or 1.2: decimal, hexadecimal, with an exponent, `1_000`, `12:30`.
  var isNumber: Bool {
    var digits = bytes[...]
    if let sign = digits.first, ASCII.isOne(sign, of: "+-") { digits = digits.dropFirst() }
    guard digits.contains(where: ASCII.isDigit) else { return false }
    if digits.starts(with: "0x".utf8) || digits.starts(with: "0o".utf8) || digits.starts(with: "0b".utf8) {
      return digits.dropFirst(2).allSatisfy { ASCII.isAlphanumeric($0) || $0 == UInt8(ascii: "_") }
    }
    guard let first = digits.first, ASCII.isDigit(first) || first == UInt8(ascii: ".") else { return false }
    let rest = digits.drop { ASCII.isDigit($0) || ASCII.isOne($0, of: "_.:") }
    guard let exponent = rest.first else { return true }
    let power = rest.dropFirst()
    return exponent | 0x20 == UInt8(ascii: "e") && !power.isEmpty
      && power.allSatisfy { ASCII.isDigit($0) || ASCII.isOne($0, of: "+-") }
  }

  /// The text in double quotes.
  var inDoubleQuotes: String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": output += "\\" + String(scalar)
      case "\n": output += "\\n"
      case "\t": output += "\\t"
      case "\r": output += "\\r"
      case _ where Self.isInvisible(scalar):
        output += "\\u" + scalar.value.zeroPadded(to: 4, radix: 16, uppercase: true)
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }

  /// Whether the character ends a line for some reader, or is invisible.
  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
