/// One file's bytes, exactly as they were read, under the path people know it by.
package struct SourceText: Sendable {
  /// The path from the repository root, with `/` between components.
  package let path: String
  /// The bytes; any bytes, not only UTF-8.
  package let bytes: [UInt8]

  /// The bytes of `path`.
  package init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// A text for tests and examples.
  package init(path: String = "text", _ text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a range; bytes that are not UTF-8 are shown as U+FFFD.
  package func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.indices], as: UTF8.self)
  }
}
