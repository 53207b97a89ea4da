/// What a transaction does to one file.
package struct FileChange: Sendable, Equatable {
  /// The file's path from the specs root, with "/" between components.
  package let path: String
  /// The bytes that the change was planned on; nil when there is no such file yet. Directories that it needs are
  /// made.
  package let old: [UInt8]?
  /// The bytes that it is to have.
  package let new: [UInt8]

  /// Replaces the bytes of the file at `path`, or makes it where `old` is nil.
  package init(path: String, old: [UInt8]?, new: [UInt8]) {
    self.path = path
    self.old = old
    self.new = new
  }
}
