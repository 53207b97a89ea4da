import StatusText

/// What people and tools write where a timestamp is to come.
enum TimestampPlaceholder {
  private static let words: Set<String> = [
    "", "null", "tbd", "n/a", "none", "pending", "-", "–", "—", "yyyy-mm-dd", "yyyy-mm-ddthh:mm:ssz",
  ]

  /// Whether `bytes` are a placeholder, in any case, perhaps in brackets or quotes or with a full stop.
  static func isOne(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var end = bytes.count
    while start < end, isAround(bytes[start]) { start += 1 }
    while end > start, isAround(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
    // No placeholder is longer; nothing is made of a longer text.
    guard end - start <= 20 else { return false }
    return words.contains(String(decoding: bytes[start..<end].map(ASCII.lowercased), as: UTF8.self))
  }

  private static func isAround(_ byte: UInt8) -> Bool {
    ASCII.isWhitespace(byte) || ASCII.isOne(byte, of: "()[]{}<>\"'`*")
  }
}
