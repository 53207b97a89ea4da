import StatusFileSystem

/// All that can be seen of a simulated disk by paths, for comparing: times and numbers are left out.
struct SimulatedTree: Hashable, Sendable {
  /// What is at one path.
  struct Entry: Hashable, Sendable {
    var kind: FileKind
    /// The bytes of a file, or of a link's target.
    var bytes: [UInt8]
    var permissions: UInt32
    var owner: UInt32
    var group: UInt32
    var attributes: [String: [UInt8]]
    /// How many names a file has.
    var names: Int

    // By hand: the bytes in one go, where Array takes one after the other.
    func hash(into hasher: inout Hasher) {
      hasher.combine(kind)
      hasher.combine(bytes.count)
      bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      hasher.combine(permissions)
      hasher.combine(names)
    }
  }

  /// What is at each path below the directory, without a slash in front.
  var entries: [String: Entry] = [:]

  /// What is below the directory `path` of `disk`.
  init(_ disk: SimulatedDisk, beneath path: String = "/") {
    guard let start = try? disk.inode(path, from: SimulatedDisk.root, followingLast: true) else { return }
    add(disk, start, "")
  }

  private mutating func add(_ disk: SimulatedDisk, _ directory: Int, _ prefix: String) {
    for (name, number) in disk[directory].entries {
      let path = prefix + name
      entries[path] = Self.entry(disk[number])
      // A power cut can leave a directory in itself, in principle; no path is so deep otherwise.
      if disk[number].kind == .directory, path.utf8.count < 1000 { add(disk, number, path + "/") }
    }
  }

  private static func entry(_ inode: SimulatedInode) -> Entry {
    var bytes = inode.bytes
    if case .link(let target) = inode.content { bytes = Array(target.utf8) }
    return Entry(
      kind: inode.kind, bytes: bytes, permissions: inode.permissions, owner: inode.owner, group: inode.group,
      attributes: inode.attributes, names: inode.kind == .directory ? 1 : inode.names)
  }

  /// The bytes of the file at `path`; nil when there is none.
  subscript(path: String) -> [UInt8]? { entries[path]?.bytes }

  /// Where this tree is not as `other`, for people.
  func difference(from other: SimulatedTree) -> [String] {
    Set(entries.keys).union(other.entries.keys).sorted().compactMap { path in
      switch (entries[path], other.entries[path]) {
      case (let mine?, let theirs?):
        mine == theirs ? nil : "\(path): \(Self.shown(mine)), not \(Self.shown(theirs))"
      case (_?, nil): "\(path): should not be there"
      case (nil, _?): "\(path): is missing"
      case (nil, nil): nil
      }
    }
  }

  private static func shown(_ entry: Entry) -> String {
    let text = String(decoding: entry.bytes.prefix(24), as: UTF8.self).debugDescription
    let mode = String(entry.permissions, radix: 8)
    return
      "\(entry.kind) \(text) \(mode) \(entry.owner):\(entry.group) \(entry.attributes.keys.sorted()) ×\(entry.names)"
  }
}
