/// One name in a directory.
package struct DirectoryEntry: Hashable, Sendable {
  /// The name, never empty, ".", ".." or with a slash; any bytes, as `FileName` puts them into a String.
  package let name: String
  /// What it stands for, symbolic links not followed.
  package let kind: FileKind

  /// The entry `name` of kind `kind`.
  package init(name: String, kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}
