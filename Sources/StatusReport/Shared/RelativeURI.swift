import StatusText

/// A path as a relative URI reference (RFC 3986, section 4.2).
enum RelativeURI {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The bytes of a path, percent-encoded except for slashes and unreserved characters. A colon is encoded too, because
  /// what is before it in the first component would be a scheme.
  static func escaped(_ path: [UInt8]) -> [UInt8] {
    if path.allSatisfy(isPlain) { return path }
    var escaped: [UInt8] = []
    for byte in path {
      if isPlain(byte) {
        escaped.append(byte)
      } else {
        escaped += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 0xF)]]
      }
    }
    return escaped
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    ASCII.isAlphanumeric(byte) || ASCII.isOne(byte, of: "/-._~")
  }
}
