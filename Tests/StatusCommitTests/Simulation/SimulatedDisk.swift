import StatusFileSystem

/// A file system's content at one moment: a value, so that a copy is a snapshot.
///
/// Changes come as `DiskEvent`s and in no other way, so that what a program sees and what a power cut leaves are
/// made by the same code from different events.
struct SimulatedDisk: Sendable {
  /// The number of the topmost directory.
  static let root = 0

  /// All inodes that ever were, by number; those without a name are of use to who has them open.
  private(set) var inodes: [SimulatedInode]
  /// What the next change is dated.
  private(set) var clock: Int64 = 1

  /// An empty disk.
  init() {
    inodes = [SimulatedInode(content: .directory([:]), permissions: 0o755, names: 1)]
  }

  /// The inode of number `number`.
  subscript(number: Int) -> SimulatedInode { inodes[number] }

  /// Has `event` happen.
  mutating func apply(_ event: DiskEvent) {
    clock += 1
    switch event {
    case .made(let inode):
      inodes.append(inode)
      inodes[inodes.count - 1].changeTime = clock
    case .names(let names):
      for name in names { set(name) }
    case .write(let number, let offset, let bytes):
      write(bytes, to: number, at: offset)
    case .permissions(let number, let permissions):
      change(number) { $0.permissions = permissions }
    case .owner(let number, let owner, let group, let permissions):
      change(number) {
        $0.owner = owner
        $0.group = group
        $0.permissions = permissions
      }
    case .attribute(let number, let name, let value):
      change(number) { $0.attributes[name] = value }
    case .synchronized, .synchronizationFailed: break
    }
  }

  private mutating func change(_ number: Int, _ body: (inout SimulatedInode) -> Void) {
    body(&inodes[number])
    inodes[number].changeTime = clock
  }

  private mutating func set(_ name: DiskEvent.Name) {
    guard case .directory(var entries) = inodes[name.directory].content else { return }
    let former = entries[name.name]
    entries[name.name] = name.inode
    change(name.directory) { $0.content = .directory(entries) }
    if let former { change(former) { $0.names -= 1 } }
    guard let inode = name.inode else { return }
    change(inode) {
      $0.names += 1
      $0.parent = name.directory
    }
  }

  private mutating func write(_ bytes: [UInt8], to number: Int, at offset: Int) {
    guard case .file(var content) = inodes[number].content else { return }
    if content.count < offset { content += [UInt8](repeating: 0, count: offset - content.count) }
    let end = min(content.count, offset + bytes.count)
    content.replaceSubrange(offset..<end, with: bytes)
    change(number) { $0.content = .file(content) }
  }

  /// What stat(2) says of an inode.
  func status(_ number: Int) -> FileStatus {
    let inode = inodes[number]
    let size =
      switch inode.content {
      case .file(let bytes): bytes.count
      case .directory: 4096
      case .link(let target): target.utf8.count
      }
    var links = inode.names
    if case .directory(let entries) = inode.content, inode.names > 0 {
      links += 1 + entries.values.count { inodes[$0].kind == .directory }
    }
    return FileStatus(
      kind: inode.kind, size: size, permissions: inode.permissions, device: 1, inode: UInt64(number) + 1,
      linkCount: links, owner: inode.owner, group: inode.group, changeTime: inode.changeTime)
  }
}
