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
  /// Whether `byte` is one of the ASCII punctuation characters, which a backslash escapes (CommonMark 2.1, 2.4).
  @inlinable package static func isPunctuation(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte)
  }
  /// `byte`, with an ASCII capital letter in lower case.
  @inlinable package static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// Whether `byte` is one of `characters`, which are ASCII.
  @inlinable @inline(__always) package static func isOne(_ byte: UInt8, of characters: StaticString) -> Bool {
    for index in 0..<characters.utf8CodeUnitCount where characters.utf8Start[index] == byte { return true }
    return false
  }

  /// Whether `bytes` have, from `offset` on and before `end`, the letters of `word`, which is in lower case; capitals
  /// do not matter. What follows the word does not matter, either.
  package static func begins(
    _ bytes: [UInt8], at offset: Int, before end: Int, with word: StaticString
  ) -> Bool {
    let count = word.utf8CodeUnitCount
    guard offset >= 0, offset + count <= end else { return false }
    for index in 0..<count where lowercased(bytes[offset + index]) != word.utf8Start[index] { return false }
    return true
  }

  /// Whether `text` is `word`, which is in lower case; capitals do not matter.
  package static func equals(_ text: ArraySlice<UInt8>, _ word: StaticString) -> Bool {
    text.count == word.utf8CodeUnitCount
      && zip(text, 0..<word.utf8CodeUnitCount).allSatisfy { lowercased($0) == word.utf8Start[$1] }
  }

  /// Whether none of the letters among `bytes` is in lower case.
  package static func isUpperCase(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { !isLetter($0) || $0 & 0x20 == 0 }
  }
}
