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
    /// The write goes to the file that was opened, wherever it is now.
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

  /// The inode that it changes; nil if there is nothing to do it to. `former` are the inodes that have been at the
  /// path, from the beginning.
  func inode(in machine: SimulatedMachine, former: [Int]) -> Int? {
    let current = Self.inode(at: path, in: machine)
    let edited: Int?
    switch kind {
    case .inPlace, .byRename, .deletion: edited = current
    case .late: edited = former.first
    case .lateNew: edited = former.dropFirst().last { $0 != current && $0 != former.first }
    }
    // What has no name any more is lost, whoever removed it: nobody could keep what is written there.
    return edited.flatMap { machine.disk[$0].names > 0 ? $0 : nil }
  }

  /// Does it, where there is something to do it to.
  func apply(to machine: inout SimulatedMachine, former: [Int]) {
    guard let inode = inode(in: machine, former: former) else { return }
    let content = machine.disk[inode]
    switch kind {
    case .inPlace, .late, .lateNew:
      machine.applyDurably(.write(inode, offset: content.bytes.count, Self.mark))
    case .byRename:
      rename(to: machine.make(SimulatedInode(content: .file(Self.mark), permissions: 0o644)), &machine)
    case .deletion: rename(to: nil, &machine)
    }
  }

  private func rename(to inode: Int?, _ machine: inout SimulatedMachine) {
    guard let place = try? machine.disk.place(Self.full(path), from: SimulatedDisk.root),
      case .name(let name) = place.last
    else { return }
    machine.applyDurably(.names([.init(directory: place.directory, name: name, inode: inode)]))
  }

  /// Adds the inode at `path` to those that have been there.
  static func note(_ path: String, in machine: SimulatedMachine, _ former: inout [Int]) {
    guard let inode = inode(at: path, in: machine), former.last != inode else { return }
    former.append(inode)
  }

  private static func inode(at path: String, in machine: SimulatedMachine) -> Int? {
    try? machine.disk.inode(full(path), from: SimulatedDisk.root, followingLast: false)
  }

  private static func full(_ path: String) -> String { "\(CommitScenario.root)/\(path)" }
}
