import StatusFileSystem
import StatusRuntime

/// Recovery with `statuslint recover`. It does what every writer does first, and also sweeps the whole tree.
package struct RecoverSession: Sendable {
  /// What to do with a journal from another machine or directory, or a damaged one.
  package enum Decision: Sendable, Equatable {
    /// Throw an error: the user has to decide.
    case refuse
    /// Use a foreign journal; a damaged one is still an error.
    case adopt
    /// Rename it, and leave every file as it is.
    case discard
  }

  /// Recovers the root at `path`, and waits at most `lockTimeout` seconds for the lock. After that wait, signals are
  /// held back, so that the command can report what it has done.
  package static func run(
    root path: RootPath, decision: Decision = .refuse, lockTimeout: Double = WriteSession.usualLockTimeout,
    in fileSystem: any FileSystem = PosixFileSystem()
  ) throws(CommitError) -> RecoveryReport {
    let lock = try RootLock.take(.exclusive, path, waitingUpTo: lockTimeout, in: fileSystem)
    HeldSignals.hold()
    return try HeldSignals.during { () throws(CommitError) in
      var recovery = Recovery(lock.directory, decision)
      var report =
        try recovery.run() ?? RecoveryReport(outcome: nil, command: "", files: [], swept: [], notes: [])
      report.swept = sweep(lock.directory)
      return report
    }
  }

  /// Whether the directory at `path` has a journal under any of its names.
  package static func hasJournal(_ path: String, in fileSystem: any FileSystem = PosixFileSystem()) -> Bool {
    [JournalName.armed, JournalName.new, JournalName.done].contains { name in
      (try? fileSystem.status("\(path)/\(name)", at: nil, followingLinks: false)) != nil
    }
  }

  /// Removes the stages in all directories of the tree. Does not follow links.
  private static func sweep(_ root: SpecsDirectory) -> [String] {
    var swept: [String] = []
    var waiting = [""]
    while let path = waiting.popLast() {
      guard let directory = try? root.directory(path) else { continue }
      swept += root.sweep(directory)
      waiting += root.subdirectories(of: directory)
    }
    return swept.sorted()
  }
}
