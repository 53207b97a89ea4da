import StatusText

/// The name of an object in a git repository: SHA-1 or SHA-256 in hexadecimal digits.
package struct ObjectID: Hashable, Sendable {
  /// The digits.
  package let digits: String

  /// The name with these digits; nil for anything else.
  init?(_ digits: some Collection<UInt8>) {
    guard digits.count == 40 || digits.count == 64, digits.allSatisfy(Self.isDigit) else { return nil }
    self.digits = String(decoding: digits, as: UTF8.self)
  }

  /// The name with these bytes, as trees have it.
  init(bytes: ArraySlice<UInt8>) {
    let hex = Array("0123456789abcdef".utf8)
    digits = String(decoding: bytes.flatMap { [hex[Int($0 >> 4)], hex[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// Whether it stands for no object, on one side of a change.
  package var isNone: Bool { digits.utf8.allSatisfy { $0 == UInt8(ascii: "0") } }

  private static func isDigit(_ byte: UInt8) -> Bool {
    ASCII.isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}
