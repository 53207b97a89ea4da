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

  /// The user and the group that it belongs to.
  package let owner: UInt32
  /// See `owner`.
  package let group: UInt32
  /// When bytes, names in it, or what else is on record of it last changed (st_ctim), in nanoseconds since 1970.
  package let changeTime: Int64

  /// The status with these values.
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

  /// Whether both are of one file.
  package func isSameFile(as other: FileStatus) -> Bool {
    inode == other.inode && device == other.device
  }
}
