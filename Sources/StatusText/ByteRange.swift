/// A half-open range of UTF-8 byte offsets in one file.
///
/// Half the size of `Range<Int>`, because outlines and JSON trees have one for every line and token. A file
/// is therefore at most 4 GiB; the size limit is far below that.
@usableFromInline package struct ByteRange: Hashable, Sendable, Comparable {
  /// The offset of the first byte.
  @usableFromInline package var start: UInt32
  /// The offset after the last byte; never below `start`.
  @usableFromInline package var end: UInt32

  /// A range from two offsets; an `end` before `start` becomes `start`.
  @inlinable
  package init(_ start: Int, _ end: Int) {
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: max(start, end))
  }

  /// The empty range at the beginning of a file.
  package static let zero = ByteRange(0, 0)

  /// The offset of the first byte, as an index.
  @inlinable package var lower: Int { Int(start) }
  /// The offset after the last byte, as an index.
  @inlinable package var upper: Int { Int(end) }
  /// The number of bytes.
  @inlinable package var count: Int { Int(end - start) }
  /// Whether the range is empty; an empty range still has a position.
  @inlinable package var isEmpty: Bool { start == end }
  /// The range as the standard library's type, for subscripts.
  @inlinable package var indices: Range<Int> { lower..<upper }

  /// Whether `other` is within this range.
  @inlinable package func contains(_ other: ByteRange) -> Bool { start <= other.start && other.end <= end }

  /// Orders by start, then by end: the order of a document.
  @inlinable package static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
