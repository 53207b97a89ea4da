import StatusText

extension ASCII {
  /// Whether `byte` is a space, tab, line feed, vertical tab, form feed or carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte &- 0x09 < 5 }

  /// Whether `byte` is one of the ASCII punctuation characters, which a backslash escapes (CommonMark 2.1, 2.4).
  static func isPunctuation(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && !isAlphanumeric(byte) }
}
