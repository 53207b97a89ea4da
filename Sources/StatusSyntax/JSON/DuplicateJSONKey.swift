import StatusText

/// A key that its object already has: readers take the last value and lose the others (RFC 8259, section 4).
package struct DuplicateJSONKey: Hashable, Sendable {
  /// The later key, with its quotes.
  package var range: ByteRange
  /// The first key of that text in the same object, with its quotes.
  package var first: ByteRange

  /// The later key at `range`, the first one at `first`.
  package init(range: ByteRange, first: ByteRange) {
    self.range = range
    self.first = first
  }
}
