/// One change of one file: `replacement` replaces the bytes of `range`. Files are changed only through edits.
package struct TextEdit: Hashable, Sendable {
  /// The bytes to remove; empty for an insertion.
  package var range: ByteRange
  /// The bytes to insert; empty for a deletion.
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
