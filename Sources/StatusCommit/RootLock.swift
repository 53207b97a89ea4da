import StatusFileSystem
import StatusText

/// The lock on a specs root, held as long as this object lives. The lock is on the open directory, so nothing
/// remains after the process ends, however it ends.
final class RootLock: Sendable {
  /// The locked root.
  let directory: SpecsDirectory
  /// The open lock file, if the directory itself cannot be locked.
  private let lockFile: OpenDirectory?

  private init(_ directory: SpecsDirectory, lockFile: OpenDirectory?) {
    self.directory = directory
    self.lockFile = lockFile
  }

  /// A directory may be replaced between opening and locking it, but not this often.
  private static let attempts = 64

  /// Locks the root at `path`, and waits at most `seconds` for other processes. A reader must not leave a
  /// file, so it (`makesFile` false) continues without the lock if that would need a file.
  static func take(
    _ strength: FileLock.Strength, _ path: RootPath, waitingUpTo seconds: Double, makesFile: Bool = true,
    in fileSystem: any FileSystem
  ) throws(CommitError) -> RootLock {
    for _ in 0..<attempts {
      let directory = try SpecsDirectory(opening: path, in: fileSystem)
      let lock = try take(strength, directory, waitingUpTo: seconds, makesFile: makesFile)
      let now = try? fileSystem.status(path.path, at: nil, followingLinks: true)
      if let now, now.isSameFile(as: directory.status) { return lock }
    }
    throw CommitError(
      .conflict, path.shown,
      "cannot lock \(outside: path.shown): the directory is being replaced repeatedly",
      hint: "run the command again when no program moves the directory")
  }

  private static func take(
    _ strength: FileLock.Strength, _ directory: SpecsDirectory, waitingUpTo seconds: Double, makesFile: Bool
  ) throws(CommitError) -> RootLock {
    let descriptor = directory.root.descriptor
    do {
      try directory.fileSystem.lock(descriptor, FileLock(strength), waitingUpTo: seconds)
      return RootLock(directory, lockFile: nil)
    } catch .wouldBlock {
      throw .locked(directory, descriptor, seconds)
    } catch  where makesFile && directoriesCannotBeLocked(error) {
      return try takeFile(strength, directory, waitingUpTo: seconds)
    } catch {
      throw directory.failure(error, "cannot lock", "")
    }
  }

  /// NFS can lock only files that are open for writing; other file systems have no locks.
  private static func directoriesCannotBeLocked(_ errno: Errno) -> Bool {
    [.badDescriptor, .invalidArgument, .notSupported, .notImplemented, .noLocks, .isDirectory].contains(errno)
  }

  private static func takeFile(
    _ strength: FileLock.Strength, _ directory: SpecsDirectory, waitingUpTo seconds: Double
  ) throws(CommitError) -> RootLock {
    let fileSystem = directory.fileSystem
    var holder = directory.root.descriptor
    do throws(Errno) {
      let file = try fileSystem.open(
        JournalName.lock, at: directory.root.descriptor, for: .lockFile(permissions: 0o666))
      let lockFile = OpenDirectory(path: JournalName.lock, descriptor: file, fileSystem: fileSystem)
      holder = file
      try fileSystem.lock(file, FileLock(strength, .record), waitingUpTo: seconds)
      return RootLock(directory, lockFile: lockFile)
    } catch .wouldBlock {
      throw .locked(directory, holder, seconds)
    } catch {
      throw directory.failure(error, "cannot lock", JournalName.lock)
    }
  }
}

extension CommitError {
  fileprivate static func locked(
    _ directory: SpecsDirectory, _ descriptor: Descriptor, _ seconds: Double
  ) -> CommitError {
    let holder = directory.fileSystem.lockHolder(of: descriptor)
    let waited: Message = seconds > 0 ? " for \(text(seconds)) s" : ""
    let by: Message = holder.map { " by \(outside: $0)" } ?? ""
    return CommitError(
      .locked, directory.path, "\(outside: directory.path) has been locked\(by)\(waited)",
      hint: "wait until the other command ends, or wait longer with --lock-timeout")
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() && seconds < 1e9 ? "\(Int(seconds))" : "\(seconds)"
  }
}
