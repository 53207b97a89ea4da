/// The hash by which a journal knows a file's new bytes, and that it is whole itself: like FNV-1a, but on words of
/// eight bytes, little-endian, the last one filled up with zeroes, and with the length at the end. Any change of a bit
/// changes it; it is no defence against anyone who means harm.
struct ContentHash: Sendable {
  /// The hash.
  let value: UInt64

  private static let prime: UInt64 = 0x100_0000_01b3
  private static let start: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hash of `bytes`.
  init(_ bytes: [UInt8]) { self.init(bytes[...]) }

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

  /// A product's low bits know nothing of its factors' high ones; the shift lets them.
  private static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
    let product = (hash ^ word) &* prime
    return product ^ (product >> 32)
  }

  /// The hash as hexadecimal digits.
  var digits: String { String(value, radix: 16) }
}
