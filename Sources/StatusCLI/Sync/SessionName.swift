import StatusText

/// Names of sessions.
enum SessionName {
  /// A unique name: `sess_1767225600_3fa91c`. `now` is in seconds since 1970.
  static func make(at now: Int) -> String {
    "sess_\(now)_\(UInt32.random(in: 0..<1 << 24).zeroPadded(to: 6, radix: 16))"
  }

  /// The name on the command line: one word, because it is written to files and logs.
  static func read(_ text: String) throws(CommandError) -> String {
    let isWord = !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
    if isWord, text.utf8.count <= 200 { return text }
    throw .invalidValue(text, for: "--session-id", hint: "give one word, as in sess_1767225600_3fa91c")
  }
}
