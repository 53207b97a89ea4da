/// The metadata of a file, without opening it (stat(2)).
package struct FileStatus: Hashable, Sendable {
  /// The kind of the file.
  package let kind: FileKind
  /// Its length in bytes; meaningful only for a regular file.
  package let size: Int
  /// The permission bits including set-user-id and similar: the lower twelve bits of the mode.
  package let permissions: UInt32
  /// Identifies the file together with `inode`: two paths with the same values lead to the same file.
  package let device: UInt64
  /// See `device`.
  package let inode: UInt64
  /// The number of hard links.
  package let linkCount: Int

  /// Its user and group.
  package let owner: UInt32
  /// See `owner`.
  package let group: UInt32
  /// The time when bytes, names or metadata last changed (st_ctim), in nanoseconds since 1970.
  package let changeTime: Int64

  /// A status with these values.
  package init(
    kind: FileKind, size: Int, permissions: UInt32, device: UInt64, inode: UInt64, linkCount: Int,
    owner: UInt32 = 0, group: UInt32 = 0, changeTime: Int64 = 0
  ) {
    self.kind = kind
    self.size = size
    self.permissions = permissions
    self.device = device
    self.inode = inode
    self.linkCount = linkCount
    self.owner = owner
    self.group = group
    self.changeTime = changeTime
  }

  /// Whether both refer to the same file.
  package func isSameFile(as other: FileStatus) -> Bool {
    inode == other.inode && device == other.device
  }
}
