import StatusFileSystem

/// Files by their paths, with the directories that these imply.
struct FileTable: Sendable {
  /// The bytes by path; nil for a file that is not there.
  let files: [String: [UInt8]?]
  /// The names in each directory that something is in, by its path; "." for the outermost.
  private var names: [String: [String: FileKind]] = [:]

  init(_ files: [String: [UInt8]?]) {
    self.files = files
    for (path, bytes) in files where bytes != nil {
      let parts = path.split(separator: "/").map(String.init)
      var directory = "."
      for (depth, name) in parts.enumerated() {
        names[directory, default: [:]][name] = depth + 1 < parts.count ? .directory : .regular
        directory = depth == 0 ? name : "\(directory)/\(name)"
      }
    }
  }

  /// What is in the directory at `path`; nil where nothing is.
  func entries(of path: String) -> [DirectoryEntry]? {
    names[path]?.map { DirectoryEntry(name: $0.key, kind: $0.value) }
  }

  /// What is at `path`; nil for nothing.
  func status(_ path: String) -> FileStatus? {
    if let bytes = files[path] ?? nil { return Self.status(.regular, size: bytes.count) }
    return names[path] == nil ? nil : Self.status(.directory, size: 0)
  }

  private static func status(_ kind: FileKind, size: Int) -> FileStatus {
    FileStatus(kind: kind, size: size, permissions: 0o644, device: 0, inode: 0, linkCount: 1)
  }
}
