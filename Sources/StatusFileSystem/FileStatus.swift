/// What the operating system knows of a file without opening it (stat(2)).
package struct FileStatus: Hashable, Sendable {
  /// What it is.
  package let kind: FileKind
  /// Its length in bytes; only a regular file's means anything.
  package let size: Int
  /// The permission bits, set-user-id and its like included: the lower twelve bits of the mode.
  package let permissions: UInt32
  /// Together with `inode`, which file it is: two paths with both equal lead to one file.
  package let device: UInt64
  /// See `device`.
  package let inode: UInt64
  /// How many names the file has.
  package let linkCount: Int

  /// The status with these values.
  package init(kind: FileKind, size: Int, permissions: UInt32, device: UInt64, inode: UInt64, linkCount: Int)
  {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.device = device
    self.inode = inode
    self.linkCount = linkCount
  }
}
