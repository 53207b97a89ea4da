/// Texts cut to what readers of JUnit files bear.
enum CutText {
  /// The longest `message`, in bytes.
  static let messageLimit = 1024
  /// The longest body of an element, in bytes.
  static let bodyLimit = 65_536

  /// Room for the longest note.
  private static let noteRoom = 48

  /// `text`, or as much of it as leaves room for a note of what was left out within `limit` bytes; cut
  /// between characters, never within one. `limit` is at least 64.
  static func cut(_ text: [UInt8], to limit: Int) -> [UInt8] {
    guard text.count > limit else { return text }
    var end = limit - noteRoom
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return text[..<end] + Array("… (\(text.count - end) bytes left out)".utf8)
  }
}
