import StatusCommit
import StatusEngine
import StatusFileSystem
import StatusFormats
import StatusText

/// The locks that the program of another format takes with flock(2) on a file beside the one that it writes. They are
/// taken for a commit, as that program does, so that neither writes over what the other has read.
struct SentinelLock {
  private var held: [(path: String, file: Descriptor)] = []
  private let fileSystem: any FileSystem

  /// Upstream removes the file when it is done, so what was locked may not be what is there; but not this often.
  private static let attempts = 64

  /// Takes the locks for the files at `paths`, from the root of the tree at `location`. Waits at most `timeout` seconds for
  /// each.
  init(
    for paths: [String], at location: TreeLocation, timeout: Double, _ surroundings: Surroundings
  ) throws(CommitError) {
    fileSystem = surroundings.fileSystem
    guard let format = location.format.flatMap(PlanFormats.named) else { return }
    for sentinel in Set(paths.compactMap(format.sentinel)).sorted() {
      let path = TreeRoots.join(location.directory, sentinel)
      do throws(Errno) {
        held.append((path, try take(path, waitingUpTo: timeout)))
      } catch .wouldBlock {
        release()
        throw Self.locked(
          ShownPath(repository: location.repository, workingDirectory: surroundings.workingDirectory)
            .unescaped(location.root.path(sentinel)), format)
      } catch {
        // Where no file can be made, none can be written either: the commit says why.
        continue
      }
    }
  }

  private func take(_ path: String, waitingUpTo seconds: Double) throws(Errno) -> Descriptor {
    var attempt = 0
    while true {
      let file = try fileSystem.open(path, at: nil, for: .lockFile(permissions: 0o666))
      do throws(Errno) {
        try fileSystem.lock(file, FileLock(.exclusive), waitingUpTo: seconds)
        let locked = try fileSystem.status(of: file)
        attempt += 1
        let present = try? fileSystem.status(path, at: nil, followingLinks: false)
        if attempt == Self.attempts || present?.isSameFile(as: locked) == true { return file }
        fileSystem.close(file)
      } catch {
        fileSystem.close(file)
        throw error
      }
    }
  }

  /// Gives the locks back, and removes their files, as upstream does.
  func release() {
    for (path, file) in held {
      try? fileSystem.remove(path, at: nil)
      fileSystem.close(file)
    }
  }

  private static func locked(_ shown: String, _ format: any PlanFormat) -> CommitError {
    CommitError(
      .locked, shown, "\(format.title) is writing: it holds the lock \(outside: shown)",
      hint: "try again when it is done")
  }
}
