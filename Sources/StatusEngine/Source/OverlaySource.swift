import StatusFileSystem

/// The files of another source, some of which are replaced: by standard input, or by the bytes of a commit that was
/// interrupted. They need not exist there.
package struct OverlaySource: TreeSource {
  private let base: any TreeSource
  private let table: FileTable

  /// The files of `base`, with the bytes of `files` in place of theirs; nil for a file that is to be missed.
  package init(_ base: any TreeSource, _ files: [String: [UInt8]?]) {
    // A tree that is changed again and again gets no more layers.
    if let overlay = base as? OverlaySource {
      self.init(overlay.base, FileTable(overlay.table.files.merging(files) { $1 }))
    } else {
      self.init(base, FileTable(files))
    }
  }

  private init(_ base: any TreeSource, _ table: FileTable) {
    self.base = base
    self.table = table
  }

  package var exhaustion: FileSystemError? { base.exhaustion }

  package func forThread() -> any TreeSource { OverlaySource(base.forThread(), table) }

  package func list(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    let own = table.entries(of: path)
    do {
      return merged(try base.list(path), own ?? [], in: path)
    } catch {
      guard let own, error.isNotFound else { throw error }
      return own
    }
  }

  package func listFollowing(_ path: String) throws(FileSystemError) -> [DirectoryEntry] {
    merged(try base.listFollowing(path), table.entries(of: path) ?? [], in: path)
  }

  private func merged(_ entries: [DirectoryEntry], _ own: [DirectoryEntry], in path: String)
    -> [DirectoryEntry]
  {
    let names = Set(entries.map(\.name))
    let start = path == "." ? "" : "\(path)/"
    return entries.filter { entry in table.files[start + entry.name].map { $0 != nil } ?? true }
      + own.filter { !names.contains($0.name) }
  }

  package func read(_ path: String, isBehindLink: Bool) -> ReadOutcome {
    guard let replaced = table.files[path] else { return base.read(path, isBehindLink: isBehindLink) }
    return replaced.map { .bytes($0) } ?? .absent
  }

  package func status(_ path: String, followingLinks: Bool) throws(FileSystemError) -> FileStatus? {
    if let replaced = table.files[path] { return replaced == nil ? nil : table.status(path) }
    return try base.status(path, followingLinks: followingLinks) ?? table.status(path)
  }

  package func isInside(_ path: String) -> Bool? {
    if let replaced = table.files[path] { return replaced == nil ? nil : true }
    return base.isInside(path) ?? table.status(path).map { _ in true }
  }
}
