import StatusFileSystem

/// renameat2(2) and unlinkat(2), as Linux answers them to a user who may do everything.
extension SimulatedMachine {
  /// Takes the name of a file away.
  mutating func remove(_ path: String, from start: Int) throws(Errno) {
    let place = try disk.place(path, from: start)
    guard case .name(let name) = place.last else { throw .isDirectory }
    guard let number = try disk.inode(at: place) else { throw .noSuchFile }
    if disk[number].kind == .directory { throw .isDirectory }
    if place.endsInSlash { throw .notDirectory }
    setName(name, in: place.directory, to: nil)
  }

  /// Takes an empty directory away.
  mutating func removeDirectory(_ path: String, from start: Int) throws(Errno) {
    let place = try disk.place(path, from: start)
    switch place.last {
    case .dot: throw .invalidArgument
    case .dotDot: throw .notEmpty
    case .root: throw Errno(16)  // EBUSY
    case .name(let name):
      guard let number = try disk.inode(at: place) else { throw .noSuchFile }
      guard case .directory(let entries) = disk[number].content else { throw .notDirectory }
      if !entries.isEmpty { throw .notEmpty }
      setName(name, in: place.directory, to: nil)
    }
  }

  /// Gives what is at `source` the name `destination`.
  mutating func rename(
    _ source: String, to destination: String, from start: Int, mode: RenameMode
  ) throws(Errno) {
    // No call at all is made with such a path.
    if source.utf8.contains(0) || destination.utf8.contains(0) { throw .noSuchFile }
    let old = try disk.place(source, from: start)
    let new = try disk.place(destination, from: start)
    guard case .name(let oldName) = old.last else { throw Errno(16) }
    guard case .name(let newName) = new.last else { throw mode == .keeping ? .fileExists : Errno(16) }
    guard let moved = try disk.inode(at: old) else { throw .noSuchFile }
    let replaced = try disk.inode(at: new)
    try check(moved, from: old, replacing: replaced, at: new, mode: mode)
    if moved == replaced { return }
    var names: [DiskEvent.Name] = [
      .init(directory: old.directory, name: oldName, inode: mode == .exchanging ? replaced : nil),
      .init(directory: new.directory, name: newName, inode: moved),
    ]
    // The counts of names come out right in either order.
    if mode == .exchanging { names.reverse() }
    apply(.names(names))
  }

  /// The checks of the kernel (do_renameat2), in its order.
  private func check(
    _ moved: Int, from old: SimulatedDisk.Place, replacing replaced: Int?, at new: SimulatedDisk.Place,
    mode: RenameMode
  ) throws(Errno) {
    let movesDirectory = disk[moved].kind == .directory
    switch mode {
    case .keeping: if replaced != nil { throw .fileExists }
    case .exchanging:
      guard let replaced else { throw .noSuchFile }
      if disk[replaced].kind != .directory, new.endsInSlash { throw .notDirectory }
    case .replacing: break
    }
    if !movesDirectory {
      if old.endsInSlash { throw .notDirectory }
      if mode != .exchanging, new.endsInSlash { throw .notDirectory }
    }
    if movesDirectory, isDirectory(moved, above: new.directory) { throw .invalidArgument }
    if let replaced, disk[replaced].kind == .directory, isDirectory(replaced, above: old.directory) {
      throw mode == .exchanging ? .invalidArgument : .notEmpty
    }
    if moved == replaced { return }
    if disk[new.directory].names == 0 { throw .noSuchFile }
    guard mode == .replacing, let replaced else { return }
    guard case .directory(let entries) = disk[replaced].content else {
      if movesDirectory { throw .notDirectory }
      return
    }
    if !movesDirectory { throw .isDirectory }
    if !entries.isEmpty { throw .notEmpty }
  }

  /// Whether `directory` is `other` or above it.
  private func isDirectory(_ directory: Int, above other: Int) -> Bool {
    var current = other
    while current != directory {
      if current == SimulatedDisk.root { return false }
      current = disk[current].parent
    }
    return true
  }
}
