import StatusFileSystem

/// A file, directory or link of a simulated disk, without a name: names are in directories.
struct SimulatedInode: Sendable {
  /// What is in it.
  enum Content: Sendable {
    case file([UInt8])
    /// The inodes by name.
    case directory([String: Int])
    /// Where a symbolic link leads.
    case link(String)
  }

  /// What is in it.
  var content: Content
  /// The lower twelve bits of the mode.
  var permissions: UInt32
  /// The user that it belongs to.
  var owner: UInt32 = 0
  /// The group that it belongs to.
  var group: UInt32 = 0
  /// The extended attributes by name.
  var attributes: [String: [UInt8]] = [:]
  /// How many names it has, "." and ".." not counted.
  var names = 0
  /// The directory that a directory was last put into.
  var parent = SimulatedDisk.root
  /// When any of this last changed, on the disk's own clock.
  var changeTime: Int64 = 0

  /// What it is.
  var kind: FileKind {
    switch content {
    case .file: .regular
    case .directory: .directory
    case .link: .symbolicLink
    }
  }

  /// The inodes by name; empty for what is no directory.
  var entries: [String: Int] {
    if case .directory(let entries) = content { entries } else { [:] }
  }

  /// The bytes; empty for what is no file.
  var bytes: [UInt8] {
    if case .file(let bytes) = content { bytes } else { [] }
  }
}
