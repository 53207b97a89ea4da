/// A file of a synthetic tree.
package struct SyntheticFile: Sendable {
  /// Its path from the repository root.
  package let path: String
  /// What it holds.
  package let bytes: [UInt8]

  init(path: String, page: SyntheticPage) {
    self.path = path
    bytes = page.bytes
  }

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
