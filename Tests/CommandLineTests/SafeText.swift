/// What may reach a terminal or a log.
enum SafeText {
  /// The first thing in `bytes` that may not: a control character other than a line end (colors aside, where
  /// they were asked for), what reorders or hides text, or a byte that is not UTF-8.
  static func firstViolation(in bytes: [UInt8], allowingColor: Bool) -> String? {
    // Most output is plain, and going through its characters takes tests long that are not optimised.
    let isPlain = bytes.withUnsafeBufferPointer { $0.allSatisfy { $0 == 0x0A || $0 &- 0x20 < 0x5F } }
    if isPlain { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else { return "not UTF-8" }
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\n" { continue }
      if scalar == "\u{1B}" && allowingColor, let end = colorEnd(scalars) {
        scalars = scalars[end...]
        continue
      }
      if isForbidden(scalar) { return "U+\(String(scalar.value, radix: 16, uppercase: true))" }
    }
    return nil
  }

  /// After `[`: digits and semicolons, and `m`.
  private static func colorEnd(_ scalars: Substring.UnicodeScalarView) -> Substring.UnicodeScalarView.Index? {
    guard scalars.first == "[" else { return nil }
    let end = scalars.dropFirst().firstIndex { !("0"..."9" ~= $0 || $0 == ";") }
    guard let end, scalars[end] == "m" else { return nil }
    return scalars.index(after: end)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }
}
