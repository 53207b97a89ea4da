/// One name in a directory.
package struct DirectoryEntry: Hashable, Sendable {
  /// The name: never empty, ".", ".." or with a slash. It can have any bytes, which `FileName` encodes in a
  /// String.
  package let name: String
  /// The kind of the entry; symbolic links are not followed.
  package let kind: FileKind

  /// An entry with the name `name` and the kind `kind`.
  package init(name: String, kind: FileKind) {
    self.name = name
    self.kind = kind
  }
}
