/// One change of a simulated disk, or a wait for it: what the disk makes of a system call. A power cut loses some
/// of those that were not waited for.
enum DiskEvent: Sendable {
  /// What a name in a directory stands for from now on; nil for nothing.
  struct Name: Hashable, Sendable {
    let directory: Int
    let name: String
    let inode: Int?
  }

  /// An inode comes to be, without a name. It takes the next number.
  case made(SimulatedInode)
  /// Names change, all in one instant.
  case names([Name])
  /// Bytes are written into a file.
  case write(Int, offset: Int, [UInt8])
  /// The mode changes.
  case permissions(Int, UInt32)
  /// The owner and the group change, and with them the bits of the mode that do not survive that.
  case owner(Int, UInt32, group: UInt32, permissions: UInt32)
  /// An extended attribute changes.
  case attribute(Int, name: String, [UInt8])
  /// All changes of this inode were waited for: bytes, mode and attributes, or the names in a directory.
  case synchronized(Int)
  /// The wait failed. What was written is in memory alone for ever, and no later wait tells: its pages are clean.
  case synchronizationFailed(Int)

  /// The inode whose content, mode or attributes it changes.
  var changedFile: Int? {
    switch self {
    case .write(let inode, _, _), .permissions(let inode, _), .owner(let inode, _, _, _),
      .attribute(let inode, _, _):
      inode
    case .made, .names, .synchronized, .synchronizationFailed: nil
    }
  }

  /// The names that it changes.
  var changedNames: [Name] {
    if case .names(let names) = self { names } else { [] }
  }
}
