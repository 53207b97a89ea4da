/// An open directory, from which files are read and listed by relative paths; closed when nobody holds it.
///
/// What it reads are regular files and directories, never what hides behind a link at a path's end: `list` tells
/// which names are links, and `readFollowing` and `listFollowing` follow them as far as the repository goes.
package final class Directory: Sendable {
  /// The path that it was opened by; messages begin with it.
  package let path: String
  /// The file system that it lies in.
  package let fileSystem: any FileSystem
  /// Its descriptor, open as long as this object lives.
  package let descriptor: Descriptor

  /// Opens the directory at `path`, following links, as the user may have given one.
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

  /// The whole file at `relativePath`, which must be a regular one of at most `limit` bytes.
  ///
  /// A file that grows or shrinks meanwhile is read to the end that it has then.
  package func read(_ relativePath: String, limit: Int) throws(FileSystemError) -> [UInt8] {
    let path = displayPath(relativePath)
    return try read(relativePath, at: descriptor, limit: limit, displayPath: path)
  }

  /// The names in the directory at `relativePath` ("." for this one), in no order.
  package func list(_ relativePath: String = ".") throws(FileSystemError) -> [DirectoryEntry] {
    let path = displayPath(relativePath)
    return try list(relativePath, at: descriptor, displayPath: path)
  }

  /// What `relativePath` leads to; nil when that is nothing.
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

  /// `relativePath` from the root directory, every link resolved; "." for this directory itself.
  package func realPath(_ relativePath: String = ".") throws(FileSystemError) -> String {
    let path = displayPath(relativePath)
    do {
      return try fileSystem.realPath(path)
    } catch {
      throw FileSystemError(path: path, operation: .resolve, reason: .system(error))
    }
  }

  /// `relativePath` as the user knows it.
  package func displayPath(_ relativePath: String) -> String {
    if relativePath == "." || relativePath.isEmpty { return path }
    if path == "." || relativePath.utf8.first == UInt8(ascii: "/") { return relativePath }
    return path.utf8.last == UInt8(ascii: "/") ? path + relativePath : path + "/" + relativePath
  }
}
