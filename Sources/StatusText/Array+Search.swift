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

  /// Whether there is a `byte` in `range`.
  package func contains(_ byte: UInt8, in range: ByteRange) -> Bool {
    offset(of: byte, from: range.lower, to: range.upper) < range.upper
  }
}
