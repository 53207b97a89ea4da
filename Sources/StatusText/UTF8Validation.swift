/// Whether bytes are UTF-8 (RFC 3629: shortest forms, no surrogates, nothing above U+10FFFF).
package enum UTF8Validation {
  /// The first invalid bytes: one byte, or the beginning of an incomplete sequence. Nil if all bytes are
  /// valid.
  package static func firstInvalid(in bytes: [UInt8]) -> ByteRange? {
    bytes.withUnsafeBufferPointer { bytes in
      var offset = 0
      let count = bytes.count
      let raw = UnsafeRawBufferPointer(bytes)
      while offset < count {
        // 32 bytes of ASCII at a time, then eight. Nearly all text is ASCII.
        while offset + 32 <= count {
          let words = raw.loadUnaligned(fromByteOffset: offset, as: SIMD4<UInt64>.self)
          if words & 0x8080_8080_8080_8080 != .zero { break }
          offset += 32
        }
        if offset == count { break }
        if offset + 8 <= count {
          let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          if word & 0x8080_8080_8080_8080 == 0 {
            offset += 8
            continue
          }
        }
        if bytes[offset] < 0x80 {
          offset += 1
          continue
        }
        let length = sequenceLength(at: offset, in: bytes)
        guard length > 0 else { return ByteRange(offset, offset + 1) }
        offset += length
      }
      return nil
    }
  }

  /// The length of the sequence at `offset`; 0 if it is not well-formed (The Unicode Standard, table 3-7).
  package static func sequenceLength(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let first = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case ..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in offset + 2..<max(offset + length, offset + 2) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
