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
    let length = UTF8Validation.sequenceLength(at: offset, in: bytes)
    let first = UInt32(bytes[offset])
    guard length > 1 else { return Unit(scalar: first, length: 1, isValid: length == 1) }
    // The first of n bytes gives 7 - n bits, and each further one six.
    let rest = bytes[offset + 1..<offset + length]
    let scalar = rest.reduce(first & (0x7F >> UInt32(length))) { $0 << 6 | UInt32($1 & 0x3F) }
    return Unit(scalar: scalar, length: length, isValid: true)
  }
}
