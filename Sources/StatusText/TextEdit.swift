/// One change to one file: the bytes of `range` become `replacement`. The only thing that ever changes a file.
package struct TextEdit: Hashable, Sendable {
  /// The bytes that go; empty for an insertion.
  package var range: ByteRange
  /// The bytes that come; empty for a deletion.
  package var replacement: [UInt8]

  /// Replaces `range` with `replacement`.
  package init(_ range: ByteRange, replacement: [UInt8]) {
    self.range = range
    self.replacement = replacement
  }

  /// Replaces `range` with the UTF-8 of `text`.
  package init(_ range: ByteRange, with text: String) {
    self.init(range, replacement: Array(text.utf8))
  }
}
