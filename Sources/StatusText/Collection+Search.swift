extension Collection where Element == UInt8 {
  /// Whether the bytes of `part` occur in these bytes. The empty text occurs in all.
  package func contains(text part: String) -> Bool { index(ofText: part) != nil }

  /// The index at which the bytes of `part` first occur; nil if they do not.
  package func index(ofText part: String) -> Index? {
    var index = startIndex
    while !self[index...].starts(with: part.utf8) {
      guard index < endIndex else { return nil }
      formIndex(after: &index)
    }
    return index
  }
}
