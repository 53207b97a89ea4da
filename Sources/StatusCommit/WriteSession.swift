import Glibc
import StatusFileSystem
import StatusRuntime
import StatusText

/// The exclusive lock on one specs root, for as long as someone plans a change of its files and makes it. Open it
/// before reading what the change is planned on: writers then wait for each other, instead of finding out too late.
package final class WriteSession: Sendable {
  /// What became of a commit that had been interrupted; nil when there was none.
  package let recovery: RecoveryReport?
  /// Seconds waited for others who had the lock.
  package let waited: Double
  private let lock: RootLock
  private var root: SpecsDirectory { lock.directory }

  /// Seconds to wait for the lock where the user does not say otherwise.
  package static let usualLockTimeout = 10.0

  /// Locks the root at `path`, waiting at most `lockTimeout` seconds, and brings an interrupted commit to its end.
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

  /// Gives all files their new bytes, or leaves all as they are. Changes that change nothing are passed over; where
  /// none is left, nothing is touched. `command` and `time` are for messages, should the commit be interrupted.
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
      for path in Set(targets.map { JournalPath.directory(of: $0.path) }).sorted() {
        if let directory = try? root.directory(path) { _ = root.sweep(directory) }
      }
      // Leaves first: whoever reads without a lock sees the two files that list all tasks change last.
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
        // Everything is old again; the journal has to say how files are replaced before any is.
        exchanges = false
      }
    }
  }

  private func journal(
    of targets: [Target], directories: [String], command: String, time: String, exchanges: Bool
  ) -> Journal {
    let transaction = Self.newTransaction()
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

  /// A name for a transaction: always as long as any other, and another one each time.
  private static func newTransaction() -> String {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    var hash = FNV1a()
    for part in [Int(getpid()), now.tv_sec, now.tv_nsec] {
      withUnsafeBytes(of: part) { hash.add($0) }
    }
    return hash.digits
  }

  private static func seconds() -> Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
