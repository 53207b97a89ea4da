import StatusText

/// The positions of JSON values on their lines.
enum JSONLines {
  /// The blanks at the beginning of the line of `offset`, up to `offset`.
  static func indentation(at offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.lineStart(before: offset)
    return Array(bytes[start..<offset].prefix { ASCII.isBlank($0) })
  }

  /// Whether the lines from `start` to `end` contain nothing else except a comma.
  static func standsAlone(from start: Int, to end: Int, _ bytes: [UInt8]) -> Bool {
    if let before = bytes[..<start].last(where: { !ASCII.isBlank($0) }), !ASCII.isLineEnd(before) {
      // A byte order mark does not count.
      guard start == 3, bytes.starts(with: JSONParser.byteOrderMark) else { return false }
    }
    var after = end
    while after < bytes.count, ASCII.isBlank(bytes[after]) || bytes[after] == UInt8(ascii: ",") { after += 1 }
    return after == bytes.count || ASCII.isLineEnd(bytes[after])
  }

  /// Whether a value takes up more than one line.
  static func isTall(_ range: ByteRange, _ bytes: [UInt8]) -> Bool {
    bytes[range.indices].contains(where: ASCII.isLineEnd)
  }
}
