import StatusText

/// What may have changed in a repository: files, and directories with all that is in them. Paths begin in the repository.
package struct TreeChanges: Sendable {
  /// The files that have changed, or that have come or gone.
  package private(set) var files: Set<String> = []
  /// The directories that have come or gone.
  private var directories: Set<String> = []

  /// No changes.
  package init() {}

  /// Changes of `files`.
  package init(files: some Sequence<String>) { self.files = Set(files) }

  /// Adds what is at `path`.
  package mutating func insert(_ path: String, isDirectory: Bool) {
    if isDirectory { directories.insert(path) } else { files.insert(path) }
  }

  /// Whether the file at `path` may have changed.
  package func include(_ path: String) -> Bool {
    if files.contains(path) { return true }
    if directories.isEmpty { return false }
    var directory = PathText.parent(of: path)
    while !directory.isEmpty {
      if directories.contains(directory) { return true }
      directory = PathText.parent(of: directory)
    }
    return false
  }
}
