/// The bytes of one file, exactly as read, with the path that is shown to users.
package struct SourceText: Sendable {
  /// The path from the repository root, with `/` between components.
  package let path: String
  /// The bytes; any bytes, not only UTF-8.
  package let bytes: [UInt8]

  /// A text with the bytes of `path`.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text for tests and examples.
  package init(path: String = "text", _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a range; bytes that are not UTF-8 become U+FFFD.
  package func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }
}
