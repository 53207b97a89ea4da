import StatusFileSystem

/// Disks as tests want them. What is made so is there from the beginning: no power cut loses it. Paths begin at the
/// topmost directory; missing directories are made.
extension SimulatedDisk {
  /// Has a directory be at `path`, and gives its number.
  @discardableResult
  mutating func makeDirectory(_ path: String, permissions: UInt32 = 0o755) -> Int {
    var current = Self.root
    for component in path.split(separator: "/").map(String.init) {
      if let next = inodes[current].entries[component] {
        current = next
      } else {
        let inode = SimulatedInode(content: .directory([:]), permissions: permissions)
        current = add(inode, named: component, to: current)
      }
    }
    return current
  }

  /// Has a new file with `bytes` be at `path`, instead of what is there, and gives its number.
  @discardableResult
  mutating func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644, owner: UInt32 = 0, group: UInt32 = 0,
    attributes: [String: [UInt8]] = [:]
  ) -> Int {
    add(
      SimulatedInode(
        content: .file(bytes), permissions: permissions, owner: owner, group: group, attributes: attributes),
      at: path)
  }

  /// Has a new file with `text` be at `path`.
  @discardableResult
  mutating func write(_ text: String, to path: String, permissions: UInt32 = 0o644) -> Int {
    write(Array(text.utf8), to: path, permissions: permissions)
  }

  /// Has a symbolic link to `target` be at `path`, and gives its number.
  @discardableResult
  mutating func link(_ path: String, to target: String) -> Int {
    add(SimulatedInode(content: .link(target), permissions: 0o777), at: path)
  }

  /// Gives the file at `existing` the name `path` too.
  mutating func hardLink(_ path: String, to existing: String) throws(Errno) {
    let number = try inode(existing, from: Self.root, followingLast: false)
    let (directory, name) = parent(path)
    apply(.names([.init(directory: directory, name: name, inode: number)]))
  }

  /// Takes the name `path` away.
  mutating func remove(_ path: String) {
    let (directory, name) = parent(path)
    apply(.names([.init(directory: directory, name: name, inode: nil)]))
  }

  private mutating func add(_ inode: SimulatedInode, at path: String) -> Int {
    let (directory, name) = parent(path)
    return add(inode, named: name, to: directory)
  }

  private mutating func add(_ inode: SimulatedInode, named name: String, to directory: Int) -> Int {
    apply(.made(inode))
    let number = inodes.count - 1
    apply(.names([.init(directory: directory, name: name, inode: number)]))
    return number
  }

  private mutating func parent(_ path: String) -> (directory: Int, name: String) {
    let components = path.split(separator: "/").map(String.init)
    let directory = makeDirectory(components.dropLast().joined(separator: "/"))
    return (directory, components.last ?? "")
  }
}
