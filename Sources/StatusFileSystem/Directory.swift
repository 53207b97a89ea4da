/// An open directory for reading files and listing directories by relative path. Closed when it is released.
///
/// It reads only regular files and directories, and does not follow a link at the end of a path. `list`
/// reports which names are links, and `readFollowing` and `listFollowing` follow links inside the repository.
package final class Directory: Sendable {
  /// The path that it was opened with; messages begin with it.
  package let path: String
  /// Its file system.
  package let fileSystem: any FileSystem
  /// Its descriptor, open as long as this object lives.
  package let descriptor: Descriptor

  /// Opens the directory at `path` and follows links, because the user may have given one.
  package init(
    opening path: String, in fileSystem: any FileSystem = PosixFileSystem()
  ) throws(FileSystemError) {
    do {
      descriptor = try fileSystem.open(path, at: nil, for: .directoryFollowingLinks)
    } catch {
      throw FileSystemError(path: path, operation: .open, reason: .system(error))
    }
    self.path = path
    self.fileSystem = fileSystem
  }

  deinit { fileSystem.close(descriptor) }

  /// The whole file at `relativePath`, which must be a regular file of at most `limit` bytes.
  ///
  /// If the file changes its size at the same time, it is read up to the end at that time.
  package func read(_ relativePath: String, limit: Int) throws(FileSystemError) -> [UInt8] {
    let path = displayPath(relativePath)
    return try read(relativePath, at: descriptor, limit: limit, displayPath: path)
  }

  /// The names in the directory at `relativePath` ("." for this one), in no particular order.
  package func list(_ relativePath: String = ".") throws(FileSystemError) -> [DirectoryEntry] {
    let path = displayPath(relativePath)
    return try list(relativePath, at: descriptor, displayPath: path)
  }

  /// The status of what `relativePath` leads to; nil if there is nothing.
  package func status(
    _ relativePath: String, followingLinks: Bool
  ) throws(FileSystemError) -> FileStatus? {
    do {
      return try fileSystem.status(relativePath, at: descriptor, followingLinks: followingLinks)
    } catch .noSuchFile {
      return nil
    } catch .notDirectory {
      return nil
    } catch {
      throw FileSystemError(path: displayPath(relativePath), operation: .examine, reason: .system(error))
    }
  }

  /// The absolute path of `relativePath` with every link resolved; "." for this directory itself.
  package func realPath(_ relativePath: String = ".") throws(FileSystemError) -> String {
    let path = displayPath(relativePath)
    do {
      return try fileSystem.realPath(path)
    } catch {
      throw FileSystemError(path: path, operation: .resolve, reason: .system(error))
    }
  }

  /// `relativePath`, for messages.
  package func displayPath(_ relativePath: String) -> String {
    if relativePath == "." || relativePath.isEmpty { return path }
    if path == "." || relativePath.utf8.first == UInt8(ascii: "/") { return relativePath }
    return path.utf8.last == UInt8(ascii: "/") ? path + relativePath : path + "/" + relativePath
  }
}
