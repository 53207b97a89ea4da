import StatusFileSystem

/// The files of another source. Each read is reported to a callback.
package struct CountedSource: TreeSource {
  private let base: any TreeSource
  private let didRead: @Sendable () -> Void

  /// The files of `base`; `didRead` is called after each reading, on any thread.
  package init(_ base: any TreeSource, didRead: @escaping @Sendable () -> Void) {
    self.base = base
    self.didRead = didRead
  }

  package var exhaustion: FileSystemError? { base.exhaustion }

  package func forThread() -> any TreeSource { CountedSource(base.forThread(), didRead: didRead) }

  package func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] { try base.list(path) }

  package func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    try base.listFollowing(path)
  }

  package func read(_ path: String, isBehindLink: Bool) -> ReadOutcome {
    defer { didRead() }
    return base.read(path, isBehindLink: isBehindLink)
  }

  package func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus? {
    try base.status(path, followingLinks: followingLinks)
  }

  package func isInside(_ path: String) -> Bool? { base.isInside(path) }
}
