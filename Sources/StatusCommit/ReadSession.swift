import StatusFileSystem
import StatusText

/// The view of a reader, which must see one state of a tree and never writes. It ignores the changes of an
/// interrupted commit by using the journal's old bytes in place of the files.
///
/// Open it before reading the first file, and check `isStillTrue` after the last: if another process had the
/// lock, its commit may have happened in between.
package final class ReadSession: Sendable {
  /// Content to use in place of the files on disk, by path relative to the specs root; nil for a file that
  /// must not be seen.
  package let overlay: [String: [UInt8]?]
  /// Notes for the user, each one line for standard error.
  package let notes: [Message]
  private let path: RootPath
  private let fileSystem: any FileSystem
  private let lock: RootLock?
  private let look: Look?

  /// How long to wait for a writer. Commits take milliseconds, and a process that holds the lock longer must
  /// not block readers too.
  private static let patience = 1.0

  /// Identifies the state between commits: the names in the root, and the journals, with their times.
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

  /// A view of the root at `path`. If there is nothing to lock and no journal, the files are used as they
  /// are.
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
    let name: Message = "\(outside: directory.displayPath(JournalName.armed))"
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

  /// Whether everything read since is one state of the tree. If not, read it again.
  package var isStillTrue: Bool {
    if lock != nil { return true }
    guard let look, let directory = try? SpecsDirectory(opening: path, in: fileSystem) else { return true }
    return Look(directory, path: path) == look
  }
}

extension Message {
  fileprivate static func readThrough(_ journal: Journal, _ name: Message, _ path: String) -> Message {
    let command: Message = journal.command.isEmpty ? "a commit" : "\"\(outside: journal.command)\""
    return
      "\(command) was interrupted (\(name)); reading its \(Counted(journal.files.count, "file")) as they "
      + "were before; \"statuslint recover \(outside: path)\" undoes it"
  }
  fileprivate static func unusable(_ name: Message, _ path: String) -> Message {
    "\(name) cannot be used here; reading the files as they are; for details run "
      + "\"statuslint recover \(outside: path)\""
  }
}
