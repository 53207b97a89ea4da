import StatusFileSystem

/// A repository in memory: regular files and the directories that their paths imply.
package struct MemorySource: TreeSource {
  private let table: FileTable

  /// A repository of `files`, by their paths in it.
  package init(_ files: [String: [UInt8]]) { table = FileTable(files.mapValues { $0 }) }

  package var exhaustion: FileSystemError? { nil }

  package func forThread() -> any TreeSource { self }

  package func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    guard let entries = table.entries(of: path) else {
      throw FileSystemError(path: path, operation: .list, reason: .system(.noSuchFile))
    }
    return entries
  }

  package func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry] { try list(path) }

  package func read(_ path: String, isBehindLink: Bool) -> ReadOutcome {
    (table.files[path] ?? nil).map { .bytes($0) } ?? .absent
  }

  package func status(_ path: String, followingLinks: Bool) -> FileStatus? { table.status(path) }

  package func isInside(_ path: String) -> Bool? { table.status(path).map { _ in true } }
}
