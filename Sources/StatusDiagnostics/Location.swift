import StatusText

/// The location of a finding: a range of bytes in a file.
package struct Location: Hashable, Sendable, Comparable {
  /// The file's path from the repository root.
  package var path: String
  /// The bytes; an empty range is a position between two bytes.
  package var range: ByteRange

  /// The location of the bytes `range` of `path`.
  package init(path: String, range: ByteRange) {
    self.path = path
    self.range = range
  }

  package static func < (left: Location, right: Location) -> Bool {
    (left.path, left.range) < (right.path, right.range)
  }
}
