/// Text from a file, made safe to show: nothing in it can move a cursor, reorder a line, hide text, or end a
/// line.
///
/// A scalar that must not be shown raw becomes `\u{1B}`, in upper-case hexadecimal digits: the C0 and C1
/// controls and DEL (also tabs and line ends), line and paragraph separators, the bidirectional controls of
/// UAX #9, invisible characters (zero-width spaces and operators, soft hyphen, byte order mark, tags,
/// interlinear annotation), and the noncharacters U+FFFE and U+FFFF, which XML forbids. The joiners U+200C
/// and U+200D stay, because scripts and emoji need them. A byte that is not UTF-8 becomes `\x{FF}`, so that
/// it is not mistaken for a character. A backslash is not escaped: the result is for people and is never
/// parsed.
package enum DisplayText {
  /// The unit at the beginning of some bytes.
  package struct Unit: Equatable, Sendable {
    /// The scalar, or the first byte if the bytes are not UTF-8.
    package let scalar: UInt32
    /// The number of bytes, from 1 to 4.
    package let length: Int
    /// Whether these bytes are UTF-8.
    package let isValid: Bool

    /// Whether the unit must be shown escaped.
    package var needsEscape: Bool { !isValid || DisplayText.needsEscape(scalar) }
  }

  /// `bytes`, escaped.
  package static func escaped(_ bytes: some Sequence<UInt8>) -> String {
    var output: [UInt8] = []
    append(bytes: Array(bytes), to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// `text`, escaped.
  package static func escaped(_ text: String) -> String {
    escaped(text.utf8)
  }

  /// Appends `text`, escaped, to `output`.
  package static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &output) }
  }

  /// Appends `bytes`, escaped, to `output`.
  package static func append(bytes: [UInt8], to output: inout [UInt8]) {
    bytes.withUnsafeBufferPointer { append($0, to: &output) }
  }

  /// Appends `bytes`, escaped, to `output`.
  package static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var offset = 0
    var plain = 0
    while offset < bytes.count {
      if bytes[offset] &- 0x20 < 0x5F {
        offset += 1
        continue
      }
      let unit = unit(in: bytes, at: offset)
      if unit.needsEscape {
        output.append(contentsOf: bytes[plain..<offset])
        append(escapeOf: unit, to: &output)
        plain = offset + unit.length
      }
      offset += unit.length
    }
    output.append(contentsOf: bytes[plain..<bytes.count])
  }

  /// Appends the escape of `unit`: `\u{1B}`, or `\x{FF}` for a byte that is not UTF-8.
  package static func append(escapeOf unit: Unit, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\\"))
    output.append(unit.isValid ? UInt8(ascii: "u") : UInt8(ascii: "x"))
    output.append(UInt8(ascii: "{"))
    output.append(contentsOf: String(unit.scalar, radix: 16, uppercase: true).utf8)
    output.append(UInt8(ascii: "}"))
  }

  /// Whether the scalar with this value must not be shown raw.
  package static func needsEscape(_ scalar: UInt32) -> Bool {
    if scalar < 0x7F { return scalar < 0x20 }
    switch scalar {
    case 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F:
      return true
    case 0xD800...0xDFFF, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: return true
    default: return false
    }
  }

  /// The unit at `offset`, which must be within `bytes`: a well-formed sequence of table 3-7 in The Unicode
  /// Standard, or one byte that is not part of any.
  package static func unit(in bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> Unit {
    let first = bytes[offset]
    func trail(_ distance: Int) -> UInt32? {
      guard offset + distance < bytes.count, bytes[offset + distance] & 0xC0 == 0x80 else { return nil }
      return UInt32(bytes[offset + distance] & 0x3F)
    }
    let invalid = Unit(scalar: UInt32(first), length: 1, isValid: false)
    func valid(_ scalar: UInt32, _ length: Int, in range: ClosedRange<UInt32>) -> Unit {
      let isSurrogate = 0xD800...0xDFFF ~= scalar
      return range ~= scalar && !isSurrogate ? Unit(scalar: scalar, length: length, isValid: true) : invalid
    }
    switch first {
    case 0..<0x80:
      return Unit(scalar: UInt32(first), length: 1, isValid: true)
    case 0xC2...0xDF:
      guard let second = trail(1) else { return invalid }
      return valid(UInt32(first & 0x1F) << 6 | second, 2, in: 0x80...0x7FF)
    case 0xE0...0xEF:
      guard let second = trail(1), let third = trail(2) else { return invalid }
      return valid(UInt32(first & 0x0F) << 12 | second << 6 | third, 3, in: 0x800...0xFFFF)
    case 0xF0...0xF4:
      guard let second = trail(1), let third = trail(2), let fourth = trail(3) else { return invalid }
      let high = UInt32(first & 0x07) << 18 | second << 12
      return valid(high | third << 6 | fourth, 4, in: 0x10000...0x10FFFF)
    default:
      return invalid
    }
  }
}
