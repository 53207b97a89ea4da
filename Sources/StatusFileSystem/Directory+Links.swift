extension Directory {
  /// Reads the file at `relativePath`, with links resolved, if it is in the directory `boundary`: a real path
  /// (`realPath`), that of the repository. A link out of it is refused.
  package func readFollowing(
    _ relativePath: String, within boundary: String, limit: Int
  ) throws(FileSystemError) -> [UInt8] {
    let resolved = try resolve(relativePath, within: boundary, operation: .read)
    return try read(resolved, at: nil, limit: limit, displayPath: displayPath(relativePath))
  }

  /// The names in the directory at `relativePath`, with links resolved, if it is in `boundary`.
  package func listFollowing(
    _ relativePath: String, within boundary: String
  ) throws(FileSystemError) -> [DirectoryEntry] {
    let resolved = try resolve(relativePath, within: boundary, operation: .list)
    return try list(resolved, at: nil, displayPath: displayPath(relativePath))
  }

  /// The real path of `relativePath`, if it is in the directory `boundary` or is that directory.
  private func resolve(
    _ relativePath: String, within boundary: String, operation: FileSystemError.Operation
  ) throws(FileSystemError) -> String {
    let resolved = try realPath(relativePath)
    guard RealPath.lies(resolved, within: boundary) else {
      throw FileSystemError(
        path: displayPath(relativePath), operation: operation,
        reason: .outside(boundary: boundary, resolved: resolved))
    }
    return resolved
  }
}
