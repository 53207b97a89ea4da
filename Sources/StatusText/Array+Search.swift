import Glibc

extension Array where Element == UInt8 {
  /// The offset of the first `byte` from `start` on, before `end`; `end` when there is none. Far faster than
  /// `firstIndex(of:)`.
  package func offset(of byte: UInt8, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count)
    return withUnsafeBufferPointer { bytes in
      guard start < end, let base = bytes.baseAddress,
        let found = memchr(base + start, Int32(byte), end - start)
      else { return end }
      return UnsafeRawPointer(base).distance(to: found)
    }
  }

  /// The offset of the first byte that is in `set` from `start` on, before `end`; `end` when there is none.
  package func offset(of set: ByteSet, from start: Int, to end: Int) -> Int {
    precondition(start >= 0 && end <= count)
    return withUnsafeBufferPointer { bytes in
      Swift.withUnsafeBytes(of: set.words) { words in
        var place = start
        while place < end {
          let byte = bytes[place]
          let word = words.load(fromByteOffset: Int(byte >> 6) &* 8, as: UInt64.self)
          if word &>> UInt64(byte) & 1 == 1 { break }
          place += 1
        }
        return place
      }
    }
  }

  /// Whether there is a `byte` in `range`.
  package func contains(_ byte: UInt8, in range: ByteRange) -> Bool {
    offset(of: byte, from: range.lower, to: range.upper) < range.upper
  }

  /// Whether the bytes of `part` are at `offset`.
  package func has(_ part: [UInt8], at offset: Int) -> Bool {
    guard offset >= 0, part.count <= count - offset else { return false }
    return withUnsafeBufferPointer { bytes in
      part.withUnsafeBufferPointer { part in
        guard let base = bytes.baseAddress, let other = part.baseAddress else { return true }
        return memcmp(base + offset, other, part.count) == 0
      }
    }
  }
}
