import StatusCommit
import StatusEngine
import StatusFileSystem
import StatusFormats

/// The locks of the programs that other formats belong to.
enum UpstreamLock {
  /// Refuses to write where such a program is writing.
  static func refuse(at location: TreeLocation, _ surroundings: Surroundings) throws(CommitError) {
    guard let format = location.format.flatMap(PlanFormats.named) else { return }
    for lock in format.locks {
      let path = TreeRoots.join(location.directory, lock.path)
      guard let status = try? surroundings.fileSystem.status(path, at: nil, followingLinks: false) else {
        continue
      }
      // A clock that is set back does not free a lock.
      let age = surroundings.now() - Int(status.changeTime / 1_000_000_000)
      if let limit = lock.staleAfter, age > limit { continue }
      let shown = location.rootPath(in: surroundings).shown + "/" + lock.path
      throw CommitError(
        .locked, shown, "\(format.title) is writing: it holds the lock \(outside: shown)",
        hint: "try again when it is done; if it is not running, remove the lock")
    }
  }
}
