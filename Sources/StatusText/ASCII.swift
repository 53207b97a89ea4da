/// The ASCII bytes that the formats use, and the classes of bytes.
///
/// `@usableFromInline`: without it, no member of a `package` type is inlined into another module.
@usableFromInline package enum ASCII {
  @inlinable package static var tab: UInt8 { 0x09 }
  @inlinable package static var lineFeed: UInt8 { 0x0A }
  @inlinable package static var carriageReturn: UInt8 { 0x0D }
  @inlinable package static var space: UInt8 { 0x20 }

  /// Whether `byte` is a space or a tab.
  @inlinable package static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
  /// Whether `byte` ends a line.
  @inlinable package static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  /// Whether `byte` is a space, a tab or a line end.
  @inlinable package static func isWhitespace(_ byte: UInt8) -> Bool { isBlank(byte) || isLineEnd(byte) }
  /// Whether `byte` is one of 0 to 9.
  @inlinable package static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  /// Whether `byte` is an ASCII letter.
  @inlinable package static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
  /// Whether `byte` is an ASCII letter or digit.
  @inlinable package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
  /// `byte`, with an ASCII capital letter in lower case.
  @inlinable package static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
