import StatusText

/// Where the values of a JSON file stand on their lines.
enum JSONLines {
  /// The blanks that the line of `offset` begins with, as far as they stand before `offset`.
  static func indentation(at offset: Int, _ bytes: [UInt8]) -> [UInt8] {
    let start = bytes[..<offset].lastIndex(where: ASCII.isLineEnd).map { $0 + 1 } ?? 0
    return Array(bytes[start..<offset].prefix { ASCII.isBlank($0) })
  }

  /// Whether what stands from `start` to `end` shares its lines with nothing but a comma.
  static func standsAlone(from start: Int, to end: Int, _ bytes: [UInt8]) -> Bool {
    if let before = bytes[..<start].last(where: { !ASCII.isBlank($0) }), !ASCII.isLineEnd(before) {
      // A byte order mark is nobody's.
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
