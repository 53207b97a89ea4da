/// The hash that a journal stores for the new bytes of a file and for itself. Similar to FNV-1a, but it works
/// on little-endian words of eight bytes, the last one padded with zeros, and adds the length at the end.
/// Every changed bit changes the hash. It does not protect against attacks.
package struct ContentHash: Sendable {
  /// The hash.
  let value: UInt64

  private static let prime: UInt64 = 0x100_0000_01b3
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of `bytes`.
  package init(_ bytes: [UInt8]) { self.init(bytes[...]) }

  /// The hash of `bytes`.
  init(_ bytes: ArraySlice<UInt8>) {
    value = bytes.withUnsafeBytes { raw in
      var hash = Self.start
      var offset = 0
      while offset + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = Self.mixed(hash, UInt64(littleEndian: word))
        offset += 8
      }
      var rest: UInt64 = 0
      for (place, byte) in raw[offset...].enumerated() { rest |= UInt64(byte) << UInt64(8 * place) }
      return Self.mixed(Self.mixed(hash, rest), UInt64(raw.count))
    }
  }

  /// The low bits of a product do not depend on the high bits of its factors; the shift mixes them in.
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* prime
    return product ^ (product >> 32)
  }

  /// The hash as hexadecimal digits.
  package var digits: String { String(value, radix: 16) }
}
