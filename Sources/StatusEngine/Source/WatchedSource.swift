import StatusFileSystem

/// The files of another source, which lie on disk. Whatever is looked at is watched before.
package struct WatchedSource: TreeSource {
  private let base: any TreeSource
  /// The directory of the files.
  private let repository: String
  private let watcher: DirectoryWatcher

  /// The files of `base`, which are those of the directory `repository`; `watcher` watches them.
  package init(_ base: any TreeSource, of repository: String, by watcher: DirectoryWatcher) {
    self.base = base
    self.repository = repository
    self.watcher = watcher
  }

  package var exhaustion: FileSystemError? { base.exhaustion }

  package func forThread() -> any TreeSource {
    WatchedSource(base.forThread(), of: repository, by: watcher)
  }

  package func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    watcher.watch(place(path), from: repository)
    return try base.list(path)
  }

  package func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    watcher.watch(place(path), from: repository)
    return try base.listFollowing(path)
  }

  package func read(_ path: String, isBehindLink: Bool) -> ReadOutcome {
    watch(fileAt: path)
    return base.read(path, isBehindLink: isBehindLink)
  }

  package func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus? {
    watch(fileAt: path)
    return try base.status(path, followingLinks: followingLinks)
  }

  package func isInside(_ path: String) -> Bool? { base.isInside(path) }

  private func watch(fileAt path: String) {
    let isLink = (try? base.status(path, followingLinks: false))?.kind == .symbolicLink
    watcher.watch(fileAt: place(path), from: repository, isLink: isLink)
  }

  private func place(_ path: String) -> String {
    if path == "." { return repository }
    return repository == "/" ? "/" + path : "\(repository)/\(path)"
  }
}
