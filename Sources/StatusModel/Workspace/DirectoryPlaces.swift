import StatusText

/// Tells in which project directory a path is.
package struct DirectoryPlaces: Sendable {
  private let indices: [String: Int]

  /// The places of `directories`.
  package init(_ directories: [ProjectDirectory]) {
    indices = Dictionary(
      directories.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The index of the innermost directory that `path`, from the repository root, is in; nil outside of all.
  package func directory(of path: String) -> Int? {
    var directory = PathText.parent(of: path)
    while !directory.isEmpty {
      if let index = indices[directory] { return index }
      directory = PathText.parent(of: directory)
    }
    return nil
  }
}
