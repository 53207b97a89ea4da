import StatusText

/// A place that a finding points at: a range of bytes in a file.
package struct Location: Hashable, Sendable, Comparable {
  /// The file's path from the repository root.
  package var path: String
  /// The bytes; an empty range points between two.
  package var range: ByteRange

  /// The bytes `range` of `path`.
  package init(path: String, range: ByteRange) {
    self.path = path
    self.range = range
  }

  package static func < (left: Location, right: Location) -> Bool {
    (left.path, left.range) < (right.path, right.range)
  }
}
