/// The change of one file in a transaction.
package struct FileChange: Sendable, Equatable {
  /// The path of the file relative to the specs root, with "/" between components.
  package let path: String
  /// The bytes that the change was planned with; nil for a new file. Missing directories are created.
  package let old: [UInt8]?
  /// The new bytes.
  package let new: [UInt8]

  /// Replaces the bytes of the file at `path`, or creates it if `old` is nil.
  package init(path: String, old: [UInt8]?, new: [UInt8]) {
    self.path = path
    self.old = old
    self.new = new
  }
}
