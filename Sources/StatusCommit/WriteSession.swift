import Glibc
import StatusFileSystem
import StatusRuntime
import StatusText

/// The exclusive lock on one specs root, while a change of its files is planned and made. Open it before
/// reading the files, so that writers wait for each other and do not run into conflicts.
package final class WriteSession: Sendable {
  /// The outcome of recovering an interrupted commit; nil if there was none.
  package let recovery: RecoveryReport?
  /// The seconds spent waiting for the lock.
  package let waited: Double
  private let lock: RootLock
  private var root: SpecsDirectory { lock.directory }

  /// The default lock timeout in seconds.
  package static let usualLockTimeout = 10.0

  /// Locks the root at `path`, waits at most `lockTimeout` seconds for that, and recovers an interrupted
  /// commit.
  package init(
    root path: RootPath, lockTimeout: Double = usualLockTimeout,
    in fileSystem: any FileSystem = PosixFileSystem()
  ) throws(CommitError) {
    let start = Self.seconds()
    lock = try RootLock.take(.exclusive, path, waitingUpTo: lockTimeout, in: fileSystem)
    waited = Self.seconds() - start
    var recovery = Recovery(lock.directory, .refuse)
    self.recovery = try HeldSignals.during { () throws(CommitError) in try recovery.run() }
  }

  /// Gives all files their new bytes, or changes none of them. Changes without an effect are skipped; if none
  /// is left, nothing is written. `command` and `time` are for messages about an interrupted commit.
  package func commit(
    _ changes: [FileChange], command: String, time: String
  ) throws(CommitError) -> CommitReport {
    var exchanges = true
    while true {
      var resolver = TargetResolver(root)
      var targets: [Target] = []
      for change in changes {
        if let target = try resolver.target(change) { targets.append(target) }
      }
      guard !targets.isEmpty else { return CommitReport(files: [], changedSince: [], notes: []) }
      for path in Set(targets.map { PathText.parent(of: $0.path) }).sorted() {
        if let directory = try? root.directory(path) { _ = root.sweep(directory) }
      }
      // Leaves first: a reader without a lock then sees the two files that list all tasks change last.
      let ordered = targets.enumerated().sorted { left, right in
        (-JournalPath.depth(of: left.element.path), left.offset)
          < (-JournalPath.depth(of: right.element.path), right.offset)
      }.map(\.element)
      let journal = journal(
        of: ordered, directories: resolver.missingDirectories, command: command, time: time,
        exchanges: exchanges)
      var commit = Commit(ordered, journal: journal, in: root)
      do {
        try commit.run()
        return CommitReport(
          files: targets.map(\.givenPath), changedSince: commit.changedSince, notes: commit.notes)
      } catch  where error.kind == .exchangeUnsupported && exchanges {
        // Everything is old again. The journal has to record how files are replaced before any is.
        exchanges = false
      }
    }
  }

  private func journal(
    of targets: [Target], directories: [String], command: String, time: String, exchanges: Bool
  ) -> Journal {
    let transaction = JournalName.newTransaction()
    let files = targets.enumerated().map { index, target in
      let former = target.old.flatMap { old in
        target.status.map {
          Journal.Former(bytes: old, permissions: $0.permissions, owner: $0.owner, group: $0.group)
        }
      }
      return Journal.File(
        path: target.path, stage: JournalName.stage(transaction, index), former: former,
        newSize: target.new.count, newHash: ContentHash(target.new).value)
    }
    return Journal(
      transaction: transaction, command: command, time: time, machine: root.fileSystem.machineName(),
      device: root.status.device, inode: root.status.inode, exchanges: exchanges, directories: directories,
      files: files)
  }

  private static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
