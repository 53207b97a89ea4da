/// The hash that a journal stores for the new bytes of a file and for itself: XXH64 with the seed 0 (xxHash
/// specification 0.2.0). It finds torn and lost writes, and does not protect against attacks.
package struct ContentHash: Sendable {
  /// The hash.
  let value: UInt64

  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The hash of `bytes`.
  package init(_ bytes: [UInt8]) {
    value = bytes.withUnsafeBytes { raw in
      var offset = 0
      var hash = Self.stripes(of: raw, &offset) &+ UInt64(raw.count)
      while offset + 8 <= raw.count {
        hash = (hash ^ Self.round(0, Self.word(raw, &offset))).rotated(27) &* Self.prime1 &+ Self.prime4
      }
      if offset + 4 <= raw.count {
        let half = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
        hash = (hash ^ UInt64(half) &* Self.prime1).rotated(23) &* Self.prime2 &+ Self.prime3
        offset += 4
      }
      for byte in raw[offset...] { hash = (hash ^ UInt64(byte) &* Self.prime5).rotated(11) &* Self.prime1 }
      hash = (hash ^ (hash >> 33)) &* Self.prime2
      hash = (hash ^ (hash >> 29)) &* Self.prime3
      return hash ^ (hash >> 32)
    }
  }

  /// The hash as hexadecimal digits.
  package var digits: String { String(value, radix: 16) }

  /// The four lanes over all stripes of 32 bytes, merged; without a stripe, what the rest begins with.
  private static func stripes(of raw: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt64 {
    guard raw.count >= 32 else { return prime5 }
    var (first, second, third, fourth) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
    while offset + 32 <= raw.count {
      first = round(first, word(raw, &offset))
      second = round(second, word(raw, &offset))
      third = round(third, word(raw, &offset))
      fourth = round(fourth, word(raw, &offset))
    }
    let sum = first.rotated(1) &+ second.rotated(7) &+ third.rotated(12) &+ fourth.rotated(18)
    return [first, second, third, fourth].reduce(sum) { ($0 ^ round(0, $1)) &* prime1 &+ prime4 }
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    (lane &+ word &* prime2).rotated(31) &* prime1
  }

  private static func word(_ raw: UnsafeRawBufferPointer, _ offset: inout Int) -> UInt64 {
    defer { offset += 8 }
    return UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

extension UInt64 {
  /// The bits, moved up by `count`; those that leave at the top come in at the bottom.
  fileprivate func rotated(_ count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}
