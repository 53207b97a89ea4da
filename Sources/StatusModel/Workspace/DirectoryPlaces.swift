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
    var path = Substring(path)
    while let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
      path = path[..<slash]
      if let index = indices[String(path)] { return index }
    }
    return nil
  }
}
