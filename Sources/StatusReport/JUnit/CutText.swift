/// Texts truncated to what readers of JUnit files accept.
enum CutText {
  /// The maximum length of `message`, in bytes.
  static let messageLimit = 1024
  /// The maximum length of the body of an element, in bytes.
  static let bodyLimit = 65_536

  /// The maximum length of the note.
  private static let noteRoom = 48

  /// `text`, or its beginning and a note about the rest within `limit` bytes; never truncated within a
  /// character. `limit` is at least 64.
  static func cut(_ text: [UInt8], to limit: Int) -> [UInt8] {
    guard text.count > limit else { return text }
    var end = limit - noteRoom
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end] + Array("… (\(text.count - end) bytes left out)".utf8)
  }
}
