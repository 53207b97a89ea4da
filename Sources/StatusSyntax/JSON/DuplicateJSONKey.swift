import StatusText

/// A key that occurs earlier in its object. Readers use the last value and drop the others (RFC 8259, section
/// 4).
package struct DuplicateJSONKey: Hashable, Sendable {
  /// The later key, with its quotes.
  package var range: ByteRange
  /// The first occurrence of the same key in the object, with its quotes.
  package var first: ByteRange

  /// The later key at `range`, the first one at `first`.
  package init(range: ByteRange, first: ByteRange) {
    self.range = range
    self.first = first
  }
}
