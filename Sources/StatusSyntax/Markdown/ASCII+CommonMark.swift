import StatusText

extension ASCII {
  /// Whether `byte` is a space, tab, line feed, vertical tab, form feed or carriage return.
  static func isSpace(_ byte: UInt8) -> Bool { byte == space || byte &- 0x09 < 5 }
}
