import StatusFileSystem

/// The view of a reader, who must see one state of a tree and never writes: what an interrupted commit has begun is
/// read through, by laying the journal's old bytes over the files.
///
/// Open it before the first file is read, and ask `isStillTrue` after the last: where others had the lock, their
/// commit may have come in between.
package final class ReadSession: Sendable {
  /// What to read instead of the files on disk, by path from the specs root; nil bytes for a file that is not to be
  /// seen.
  package let overlay: [String: [UInt8]?]
  /// What the user should know, each one line for standard error.
  package let notes: [String]
  private let path: RootPath
  private let fileSystem: any FileSystem
  private let lock: RootLock?
  private let look: Look?

  /// How long a writer is waited for: commits take milliseconds, and one who holds the lock longer must not hold up
  /// readers, too.
  private static let patience = 1.0

  /// What tells that a commit has come in between: the root's names, and the journals', with their times.
  private struct Look: Equatable {
    let root: FileStatus
    let armed: FileStatus?
    let done: FileStatus?

    init?(_ directory: SpecsDirectory, path: RootPath) {
      let fileSystem = directory.fileSystem
      guard let root = try? fileSystem.status(path.path, at: nil, followingLinks: true) else { return nil }
      func status(_ name: String) -> FileStatus? {
        try? fileSystem.status(name, at: directory.root.descriptor, followingLinks: false)
      }
      self.root = root
      armed = status(JournalName.armed)
      done = status(JournalName.done)
    }
  }

  /// A view of the root at `path`. Where there is nothing to lock or to lay over, the files speak for themselves.
  package init(root path: RootPath, in fileSystem: any FileSystem = PosixFileSystem()) {
    self.path = path
    self.fileSystem = fileSystem
    guard let directory = try? SpecsDirectory(opening: path, in: fileSystem) else {
      (overlay, notes, lock, look) = ([:], [], nil, nil)
      return
    }
    lock = try? RootLock.take(
      .shared, path, waitingUpTo: Self.patience, makesFile: false, in: fileSystem)
    look = Look(directory, path: path)
    let found =
      look?.armed == nil ? FoundJournal.missing : (try? directory.journal(JournalName.armed)) ?? .damaged
    let name = FileName.display(directory.displayPath(JournalName.armed))
    let isInterrupted = lock != nil
    switch found {
    case .missing: (overlay, notes) = ([:], [])
    case .own(let journal):
      overlay = Dictionary(
        journal.files.map { ($0.path, $0.former?.bytes) }, uniquingKeysWith: { first, _ in first })
      notes = isInterrupted ? [.readThrough(journal, name, path.shown)] : []
    case .foreign, .damaged: (overlay, notes) = ([:], isInterrupted ? [.unusable(name, path.shown)] : [])
    }
  }

  /// Whether what was read since is one state of the tree; else it has to be read anew.
  package var isStillTrue: Bool {
    if lock != nil { return true }
    guard let look, let directory = try? SpecsDirectory(opening: path, in: fileSystem) else { return true }
    return Look(directory, path: path) == look
  }
}

extension String {
  fileprivate static func readThrough(_ journal: Journal, _ name: String, _ path: String) -> String {
    let command = journal.command.isEmpty ? "a commit" : "\"\(journal.command)\""
    return
      "\(FileName.display(command)) was interrupted (\(name)); reading its \(journal.files.count) files as they "
      + "were before; \"statuslint recover \(FileName.display(path))\" undoes it"
  }
  fileprivate static func unusable(_ name: String, _ path: String) -> String {
    "\(name) cannot be used here; reading the files as they are; for details run "
      + "\"statuslint recover \(FileName.display(path))\""
  }
}
