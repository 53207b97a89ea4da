import StatusEngine
import StatusFileSystem
import StatusText

/// The files of a commit. Links lead to what the same commit has; out of it they lead nowhere.
package final class GitTree: TreeSource {
  private let objects: GitObjects
  private let root: ObjectID
  /// The names above the directory that is meant, from the root of the commit.
  private let prefix: [String]
  private let sizeLimit: Int
  private let directories: KnownDirectories

  /// More links on the way to a file lead in a circle.
  private static let mostLinks = 40

  /// The files below `prefix` in the tree `root`, of which some `directories` may be known from other trees.
  convenience init(
    _ root: ObjectID, below prefix: String, _ objects: GitObjects, sizeLimit: Int,
    directories: KnownDirectories = KnownDirectories()
  ) {
    self.init(
      root, below: prefix.split(separator: "/").map(String.init), objects, sizeLimit: sizeLimit,
      directories: directories)
  }

  /// The same files, of which larger ones than `sizeLimit` bytes are not read.
  package func limited(to sizeLimit: Int) -> GitTree {
    GitTree(root, below: prefix, objects, sizeLimit: sizeLimit, directories: directories)
  }

  private init(
    _ root: ObjectID, below prefix: [String], _ objects: GitObjects, sizeLimit: Int,
    directories: KnownDirectories
  ) {
    self.directories = directories
    self.objects = objects
    self.root = root
    self.prefix = prefix
    self.sizeLimit = sizeLimit
  }

  /// The name of the file at `path`, by which git knows what it holds; nil for anything but a regular file. No link is
  /// followed at its end.
  package func id(ofFileAt path: String) -> ObjectID? {
    guard case .found(let entry) = place(path, follows: false), entry.kind == .regular else { return nil }
    return entry.id
  }

  /// The name of what is at `path`, whatever it is; nil if nothing is there. No link is followed at its end.
  func id(at path: String) -> ObjectID? {
    if case .found(let entry) = place(path, follows: false) { entry.id } else { nil }
  }

  /// Reads directories below `path` that will be asked for, level by level, all of a level at once: those in it, and
  /// those below for which `isWanted` is true, by their names.
  package func readAhead(below path: String, isWanted: (_ name: String) -> Bool) {
    guard case .found(let start) = place(path, follows: true), start.kind == .directory,
      let top = directory(start.id)
    else { return }
    var level = top.entries.values.filter { $0.kind == .directory }.map(\.id)
    while !level.isEmpty {
      // What is not there is an error for the one who asks for it.
      guard let answers = try? objects.objects(level, limit: GitObjects.mostTreeBytes) else { return }
      level = zip(level, answers).flatMap { id, answer in
        (keep(answer, id)?.entries ?? [:]).filter { $0.value.kind == .directory && isWanted($0.key) }
          .map(\.value.id)
      }
    }
  }

  package var exhaustion: FileSystemError? { nil }

  package func forThread() -> any TreeSource { self }

  package func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    try names(path, follows: false)
  }

  package func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    try names(path, follows: true)
  }

  private func names(_ path: String, follows: Bool) throws(FileSystemError) -> [DirectoryEntry] {
    func failure(_ reason: FileSystemError.Reason) -> FileSystemError {
      FileSystemError(path: path, operation: .list, reason: reason)
    }
    switch place(path, follows: follows) {
    case .found(let entry) where entry.kind == .directory:
      guard let tree = directory(entry.id) else { throw failure(.system(.ioError)) }
      return tree.entries.map { DirectoryEntry(name: $0.key, kind: $0.value.kind) }
    case .found(let entry): throw failure(.wrongKind(entry.kind))
    case .outside, .absent: throw failure(.system(.noSuchFile))
    case .damaged: throw failure(.system(.ioError))
    }
  }

  package func read(_ path: String, isBehindLink: Bool) -> ReadOutcome {
    switch place(path, follows: true) {
    case .found(let entry) where entry.kind == .regular: contents(of: entry.id)
    case .found(let entry): .failed("it is \(entry.kind.phrase)")
    case .outside: .failed("it points outside the repository")
    case .absent:
      if case .found = place(path, follows: false) { .failed("the link is broken") } else { .absent }
    case .damaged: .failed("it is missing from the git repository")
    }
  }

  private func contents(of id: ObjectID) -> ReadOutcome {
    switch objects.object(id, limit: sizeLimit) {
    case .object(let object): .bytes(object.bytes)
    case .tooLarge(let size): .failed("its \(size) bytes are more than the limit of \(sizeLimit)")
    case .missing, .ambiguous: .failed("it is missing from the git repository")
    }
  }

  private func size(of id: ObjectID) -> Int {
    switch objects.object(id, limit: sizeLimit) {
    case .object(let object): object.bytes.count
    case .tooLarge(let size): size
    case .missing, .ambiguous: 0
    }
  }

  package func status(_ path: String, followingLinks: Bool) -> FileStatus? {
    guard case .found(let entry) = place(path, follows: followingLinks) else { return nil }
    let size = entry.kind == .regular ? self.size(of: entry.id) : 0
    return FileStatus(
      kind: entry.kind == .unknown ? .directory : entry.kind, size: size, permissions: 0o644, device: 0,
      inode: 0, linkCount: 1)
  }

  package func isInside(_ path: String) -> Bool? {
    switch place(path, follows: true) {
    case .found: true
    case .outside: false
    case .absent, .damaged: nil
    }
  }

  /// What is at a path.
  private enum Place {
    case found(TreeObject.Entry)
    case absent
    /// A link leads out of the commit.
    case outside
    /// A directory on the way is not in the repository.
    case damaged
  }

  /// What is at `path`; links in directories are followed, and with `follows` a link at the end too.
  private func place(_ path: String, follows: Bool) -> Place {
    var way: [TreeObject.Entry] = [TreeObject.Entry(kind: .directory, id: root)]
    var left = Array((prefix + Self.names(path)).reversed())
    var links = 0
    while let name = left.popLast() {
      if name == ".." {
        way.removeLast()
        if way.isEmpty { return .outside }
        continue
      }
      guard let directory = way.last, directory.kind == .directory else { return .absent }
      guard let names = self.directory(directory.id) else { return .damaged }
      guard let entry = names.entries[name] else { return .absent }
      guard entry.kind == .symbolicLink, follows || !left.isEmpty else {
        way.append(entry)
        continue
      }
      links += 1
      guard links <= Self.mostLinks, case .object(let target) = objects.object(entry.id, limit: 4096)
      else { return .absent }
      if target.bytes.first == UInt8(ascii: "/") { return .outside }
      left += Self.names(target.bytes.withUnsafeBufferPointer(FileName.decode)).reversed()
    }
    return way.last.map { .found($0) } ?? .absent
  }

  private static func names(_ path: String) -> [String] {
    PathText.components(of: path).filter { $0 != "." }
  }

  private func directory(_ id: ObjectID) -> TreeObject? {
    if let known = directories[id] { return known }
    return keep(objects.object(id, limit: GitObjects.mostTreeBytes), id)
  }

  private func keep(_ answer: GitObjects.Answer, _ id: ObjectID) -> TreeObject? {
    guard case .object(let object) = answer, object.type == "tree",
      let tree = TreeObject(object.bytes, idLength: id.digitCount / 2)
    else { return nil }
    directories.keep(tree, id)
    return tree
  }
}
