import StatusFileSystem

/// What someone else does to one of the files, once, while it is committed or recovered.
struct ForeignEdit: Hashable, Sendable, CustomStringConvertible {
  /// How it is done.
  enum Kind: String, CaseIterable, Sendable {
    /// The file at the path is opened and written to.
    case inPlace = "writes into"
    /// Another file is put in the path's place, as editors do.
    case byRename = "replaces"
    /// The path is removed.
    case deletion = "removes"
    /// The file that was there in the beginning is written to, wherever it is now: it was opened then.
    case late = "writes late into the old"
    /// A file that has been at the path meanwhile is written to, wherever it is now.
    case lateNew = "writes late into the new"
  }

  /// What others write.
  static let mark = Array("<<foreign>>".utf8)

  /// How it is done.
  let kind: Kind
  /// The file, from the specs root.
  let path: String

  var description: String { "someone \(kind.rawValue) \(path)" }

  /// Whether what is written may end up under another name.
  var isLate: Bool { kind == .late || kind == .lateNew }

  /// Does it; false where there is nothing to do it to. `former` are the inodes that have been at the path, from the
  /// beginning.
  func apply(to machine: inout SimulatedMachine, former: [Int]) -> Bool {
    let full = "\(CommitScenario.root)/\(path)"
    guard let place = try? machine.disk.place(full, from: SimulatedDisk.root), case .name(let name) = place.last
    else { return false }
    let current = machine.disk[place.directory].entries[name]
    switch kind {
    case .inPlace: return append(to: current, &machine)
    case .byRename:
      let number = machine.make(SimulatedInode(content: .file(Self.mark), permissions: 0o644))
      machine.applyDurably(.names([.init(directory: place.directory, name: name, inode: number)]))
    case .deletion:
      guard current != nil else { return false }
      machine.applyDurably(.names([.init(directory: place.directory, name: name, inode: nil)]))
    case .late: return append(to: former.first, &machine)
    case .lateNew: return append(to: former.dropFirst().last { $0 != current }, &machine)
    }
    return true
  }

  private func append(to inode: Int?, _ machine: inout SimulatedMachine) -> Bool {
    // What has no name any more is lost, whoever removed it; nobody could keep what is written there.
    guard let inode, machine.disk[inode].names > 0, machine.disk[inode].kind == .regular else { return false }
    machine.applyDurably(.write(inode, offset: machine.disk[inode].bytes.count, Self.mark))
    return true
  }

  /// The inodes that have been at `path`, in the order of their coming.
  static func inodes(at path: String, in snapshots: some Sequence<SimulatedMachine>) -> [Int] {
    var found: [Int] = []
    for machine in snapshots {
      let full = "\(CommitScenario.root)/\(path)"
      guard let inode = try? machine.disk.inode(full, from: SimulatedDisk.root, followingLast: false) else {
        continue
      }
      if found.last != inode { found.append(inode) }
    }
    return found
  }
}
