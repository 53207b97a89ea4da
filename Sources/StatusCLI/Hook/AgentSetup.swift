import StatusFileSystem
import StatusHooks
import StatusText

/// Writes what an agent needs to call the hook into a repository, and takes it out again.
struct AgentSetup {
  /// A file with what it is to contain; nil for a file that is to be removed.
  private typealias Change = (path: String, bytes: [UInt8]?)

  private let wiring: AgentWiring
  private let repository: String
  private let fileSystem: any FileSystem

  /// Larger settings are not read, in bytes.
  private static let sizeLimit = 16 << 20

  /// The setup of `agent` in `repository`.
  init(_ agent: HookAgent, in repository: String, _ fileSystem: any FileSystem) {
    wiring = AgentWiring(agent)
    self.repository = repository
    self.fileSystem = fileSystem
  }

  /// A file that was changed: its path, from the repository root, and whether it is not there any more.
  typealias Changed = (path: String, isRemoved: Bool)

  /// Writes the entries and the files, and returns those that changed.
  func add() throws(CommandError) -> [Changed] { try make(try additions()) }

  /// Takes out what `add` writes, and returns the files that changed.
  func remove() throws(CommandError) -> [Changed] { try make(try removals()) }

  private func additions() throws(CommandError) -> [Change] {
    var changes: [Change] = []
    if let path = wiring.settingsPath {
      if let old = try read(path) {
        let new = try edited(path) { () throws(AgentWiring.Fault) in try wiring.adding(to: old) }
        let undo = try edited(path) { () throws(AgentWiring.Fault) in try wiring.undo(addingTo: old) }
        if new != old { changes.append((path, new)) }
        if new != old, let undo { changes.append((wiring.undoPath, undo)) }
      } else {
        changes.append((path, wiring.newSettings))
      }
    }
    for file in wiring.files {
      let old = try read(file.path)
      if old == Array(file.text.utf8) { continue }
      if let old, !AgentWiring.wrote(old) { throw .foreign(file.path) }
      changes.append((file.path, Array(file.text.utf8)))
    }
    return changes
  }

  private func removals() throws(CommandError) -> [Change] {
    var changes: [Change] = []
    if let path = wiring.settingsPath, let old = try read(path) {
      let undo = try read(wiring.undoPath)
      let new = try edited(path) { () throws(AgentWiring.Fault) in try wiring.removing(from: old, undo: undo)
      }
      if new != old { changes.append((path, new)) }
    }
    for path in wiring.files.map(\.path) + [wiring.undoPath] {
      guard let old = try read(path), AgentWiring.wrote(old) else { continue }
      changes.append((path, nil))
    }
    return changes
  }

  private func edited<Result>(
    _ path: String, _ edit: () throws(AgentWiring.Fault) -> Result
  ) throws(CommandError) -> Result {
    do throws(AgentWiring.Fault) {
      return try edit()
    } catch {
      switch error {
      case .malformed(let what):
        throw .usage(
          "\(outside: path) cannot be changed: \(what)", hint: "correct the file, and run the command again")
      }
    }
  }

  private func read(_ path: String) throws(CommandError) -> [UInt8]? {
    do {
      return try Directory(opening: repository, in: fileSystem).readFollowing(
        path, within: "/", limit: Self.sizeLimit)
    } catch {
      if error.isNotFound { return nil }
      throw .failure(error)
    }
  }

  /// Nothing is written before every file has been looked at.
  private func make(_ changes: [Change]) throws(CommandError) -> [Changed] {
    for (path, bytes) in changes {
      let whole = TreeRoots.join(repository, path)
      do throws(FileSystemError) {
        if let bytes { try SingleFile(whole, in: fileSystem).write(bytes) } else { try remove(whole) }
      } catch {
        throw .failure(error)
      }
    }
    return changes.map { ($0.path, $0.bytes == nil) }
  }

  /// Removes a file, and the directories that are empty then.
  private func remove(_ path: String) throws(FileSystemError) {
    do {
      try fileSystem.remove(path, at: nil)
    } catch {
      throw FileSystemError(path: path, operation: .write, reason: .system(error))
    }
    var directory = TreeRoots.parent(of: path)
    while let empty = directory, empty != repository {
      do {
        try fileSystem.removeDirectory(empty, at: nil)
      } catch {
        return
      }
      directory = TreeRoots.parent(of: empty)
    }
  }
}

extension CommandError {
  fileprivate static func foreign(_ path: String) -> CommandError {
    .usage(
      "\(outside: path) exists, and statuslint did not write it",
      hint: "rename or remove the file, and run the command again")
  }
}
