import Glibc
import StatusFileSystem
import StatusTestSupport
import Testing

@testable import StatusCommit

/// One writer at a time, several readers at a time, and no one waits forever.
struct LockTests {
  @Test func theSecondWriterIsToldWhoHasTheLock() throws {
    let files = try SampleFiles()
    let first = try files.session()
    let error = #expect(throws: CommitError.self) { try files.session(lockTimeout: 0.05) }
    #expect(error?.kind == .locked)
    #expect(error?.message.shown.contains("specs has been locked by process \(getpid())") == true)
    #expect(error?.hint?.shown.contains("--lock-timeout") == true)
    withExtendedLifetime(first) {}
  }

  @Test func theLockEndsWithTheSession() throws {
    let files = try SampleFiles()
    for _ in 0..<3 { try files.commit([]) }
    #expect(try files.session().waited < 1)
  }

  @Test func aWriterGetsItsTurnWhileItWaits() throws {
    let files = try SampleFiles()
    let first = Mutexed(try files.session())
    let thread = try Waiting {
      usleep(100_000)
      first.clear()
    }
    let second = try files.session(lockTimeout: 30)
    #expect(second.waited > 0.01)
    thread.join()
  }

  @Test func aDirectoryThatIsReplacedMeanwhileIsLockedAnew() throws {
    let files = try SampleFiles()
    let moved = "\(files.directory.path).moved"
    let first = Mutexed(try files.session())
    let path = files.directory.path
    let thread = try Waiting {
      usleep(50_000)
      rename(path, moved)
      mkdir(path, 0o755)
      first.clear()
    }
    let second = try files.session(lockTimeout: 30)
    thread.join()
    // It holds the directory that is there now.
    #expect(throws: CommitError.self) { try files.session(lockTimeout: 0) }
    withExtendedLifetime(second) {}
    let former = try Directory(opening: moved)
    #expect(try former.list().count == 3)
    #expect(rmdir(path) == 0)
    #expect(rename(moved, path) == 0)
  }

  @Test func aFileIsLockedWhereDirectoriesCannotBe() throws {
    let files = try SampleFiles()
    let network = HookedFileSystem(locksDirectories: false)
    let first = try WriteSession(root: files.root, lockTimeout: 0, in: network)
    let error = #expect(throws: CommitError.self) {
      try WriteSession(root: files.root, lockTimeout: 0.05, in: network)
    }
    #expect(error?.kind == .locked)
    _ = try first.commit(SampleFiles.changes, command: "test", time: "")
    #expect(files.names.contains(JournalName.lock))
    #expect(files.read("TODO.md") == SampleFiles.new("TODO.md"))
  }

  @Test func aReaderMakesNoLockFile() throws {
    let files = try SampleFiles()
    #expect(ReadSession(root: files.root, in: HookedFileSystem(locksDirectories: false)).isStillTrue)
    #expect(files.isOld)
  }

  @Test func readersDoNotKeepEachOtherOut() throws {
    let files = try SampleFiles()
    let one = ReadSession(root: files.root)
    let other = ReadSession(root: files.root)
    #expect(one.isStillTrue && other.isStillTrue)
    #expect(throws: CommitError.self) { try files.session(lockTimeout: 0) }
    withExtendedLifetime((one, other)) {}
  }

  /// A reader that does not wait: the writer has the lock all the time, and commits in between.
  @Test func aReaderWithoutTheLockNoticesACommit() throws {
    let files = try SampleFiles()
    let writer = try files.session()
    let quiet = ReadSession(root: files.root)
    #expect(quiet.isStillTrue)
    _ = try writer.commit(SampleFiles.changes, command: "test", time: "")
    #expect(!quiet.isStillTrue)
  }
}
