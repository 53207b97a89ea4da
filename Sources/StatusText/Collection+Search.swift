import Glibc

extension Collection where Element == UInt8 {
  /// Whether the bytes of `part` occur in these bytes. The empty text occurs in all.
  package func contains(text part: String) -> Bool { offset(ofText: part) != nil }

  /// The index at which the bytes of `part` first occur; nil if they do not.
  package func index(ofText part: String) -> Index? {
    offset(ofText: part).map { index(startIndex, offsetBy: $0) }
  }

  /// How many bytes come before the first place where those of `part` occur; nil if they do not.
  package func offset(ofText part: String) -> Int? {
    var part = part
    return part.withUTF8 { part in
      let found = withContiguousStorageIfAvailable { Self.offset(of: part, in: $0) }
      return found ?? Array(self).withUnsafeBufferPointer { Self.offset(of: part, in: $0) }
    }
  }

  private static func offset(of part: UnsafeBufferPointer<UInt8>, in bytes: UnsafeBufferPointer<UInt8>)
    -> Int?
  {
    guard let first = part.first, let start = bytes.baseAddress, let text = part.baseAddress else {
      return part.isEmpty ? 0 : nil
    }
    var place = 0
    while bytes.count - place >= part.count,
      let found = memchr(start + place, Int32(first), bytes.count - place - part.count + 1)
    {
      place = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
      if memcmp(start + place, text, part.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}
