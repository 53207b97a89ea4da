import StatusFileSystem

/// openat(2) and mkdirat(2), as Linux answers them to a user who may do everything.
extension SimulatedMachine {
  /// The inode that is opened, made where `mode` makes it.
  mutating func open(_ path: String, from start: Int, for mode: OpenMode) throws(Errno) -> Int {
    switch mode {
    case .reading: try openExisting(path, from: start)
    case .directory: try openDirectory(path, from: start, followingLast: false)
    case .directoryFollowingLinks: try openDirectory(path, from: start, followingLast: true)
    case .creating(let permissions): try create(path, from: start, permissions, mayExist: false)
    case .lockFile(let permissions): try create(path, from: start, permissions, mayExist: true)
    case .appending: try openForAppending(path, from: start)
    }
  }

  private func openExisting(_ path: String, from start: Int) throws(Errno) -> Int {
    let number = try disk.inode(path, from: start, followingLast: false)
    if disk[number].kind == .symbolicLink { throw .tooManyLinks }
    return number
  }

  private func openDirectory(_ path: String, from start: Int, followingLast: Bool) throws(Errno) -> Int {
    let number = try disk.inode(path, from: start, followingLast: followingLast)
    guard disk[number].kind == .directory else { throw .notDirectory }
    return number
  }

  private func openForAppending(_ path: String, from start: Int) throws(Errno) -> Int {
    let number = try disk.inode(path, from: start, followingLast: true)
    if disk[number].kind == .directory { throw .isDirectory }
    return number
  }

  private mutating func create(
    _ path: String, from start: Int, _ permissions: UInt32, mayExist: Bool
  ) throws(Errno) -> Int {
    let place = try disk.place(path, from: start)
    guard case .name(let name) = place.last else { throw mayExist ? .isDirectory : .fileExists }
    if place.endsInSlash { throw .isDirectory }
    if let existing = try disk.inode(at: place) {
      guard mayExist else { throw .fileExists }
      switch disk[existing].kind {
      case .directory: throw .isDirectory
      case .symbolicLink: throw .tooManyLinks
      default: return existing
      }
    }
    return try add(.file([]), permissions & 0o7777, named: name, to: place.directory)
  }

  /// Makes the directory `path`.
  mutating func makeDirectory(_ path: String, from start: Int, permissions: UInt32) throws(Errno) {
    let place = try disk.place(path, from: start)
    guard case .name(let name) = place.last, try disk.inode(at: place) == nil else { throw .fileExists }
    // Of a directory's three bits above the others, only the sticky one is heeded.
    _ = try add(.directory([:]), permissions & 0o1777, named: name, to: place.directory)
  }

  private mutating func add(
    _ content: SimulatedInode.Content, _ permissions: UInt32, named name: String, to directory: Int
  ) throws(Errno) -> Int {
    let parent = disk[directory]
    if parent.names == 0 { throw .noSuchFile }
    var inode = SimulatedInode(
      content: content, permissions: permissions & ~withheldPermissions, owner: user.owner, group: user.group)
    let inheritsGroup = parent.permissions & 0o2000 != 0
    if inheritsGroup {
      inode.group = parent.group
      if inode.kind == .directory { inode.permissions |= 0o2000 }
    }
    let number = make(inode)
    setName(name, in: directory, to: number)
    return number
  }
}
