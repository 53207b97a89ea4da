import StatusEngine
import StatusFileSystem
import Synchronization

/// The files of another source, which remembers the directories that were listed.
final class ListingSource: TreeSource {
  let listed = Mutex<[String]>([])
  private let base: MemorySource

  init(_ base: MemorySource) { self.base = base }

  var exhaustion: FileSystemError? { base.exhaustion }

  func forThread() -> any TreeSource { self }

  func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    listed.withLock { $0.append(path) }
    return try base.list(path)
  }

  func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    try base.listFollowing(path)
  }

  func read(_ path: String, isBehindLink: Bool) -> ReadOutcome { base.read(path, isBehindLink: isBehindLink) }

  func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus? {
    base.status(path, followingLinks: followingLinks)
  }

  func isInside(_ path: String) -> Bool? { base.isInside(path) }
}
