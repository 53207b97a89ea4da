import StatusFileSystem
import StatusText
import Synchronization

/// The specs root of a transaction. Every file is reached from here, component by component, without
/// following links.
final class SpecsDirectory: Sendable {
  /// The path for opening it.
  let openedPath: String
  /// The path for messages.
  let path: String
  /// Its file system.
  let fileSystem: any FileSystem
  /// The root itself.
  let root: OpenDirectory
  /// The identity of the directory.
  let status: FileStatus
  private let open: Mutex<[String: OpenDirectory]> = Mutex([:])

  /// The maximum number of directories that are kept open. A process can have 1024 open files by default.
  private static let openLimit = 256

  /// Opens the directory at `path` and follows links, because the user may have given one.
  init(opening root: RootPath, in fileSystem: any FileSystem) throws(CommitError) {
    path = root.shown
    openedPath = root.path
    self.fileSystem = fileSystem
    do throws(Errno) {
      let descriptor = try fileSystem.open(root.path, at: nil, for: .directoryFollowingLinks)
      self.root = OpenDirectory(path: "", descriptor: descriptor, fileSystem: fileSystem)
      status = try fileSystem.status(of: descriptor)
    } catch {
      throw .system(error, root.shown, "cannot open")
    }
  }

  /// The directory at `path` relative to the root.
  func directory(_ path: String) throws(Errno) -> OpenDirectory {
    if path.isEmpty { return root }
    if let known = open.withLock({ $0[path] }) { return known }
    let parent = try directory(PathText.parent(of: path))
    let descriptor = try fileSystem.open(
      PathText.name(of: path), at: parent.descriptor, for: .directory)
    let directory = OpenDirectory(path: path, descriptor: descriptor, fileSystem: fileSystem)
    open.withLock { open in
      if open.count >= Self.openLimit { open.removeAll() }
      open[path] = directory
    }
    return directory
  }

  /// The directory of the file at `path`.
  func parent(of path: String) throws(Errno) -> OpenDirectory {
    try directory(PathText.parent(of: path))
  }

  /// Drops the directory at `path`, which is about to be removed, from the cache.
  func forget(_ path: String) { open.withLock { $0[path] = nil } }

  /// A path relative to the root, for messages.
  func displayPath(_ inside: String) -> String {
    // A dot alone does not say which directory it is.
    if inside.isEmpty { return path == "." ? openedPath : path }
    if path == "." { return inside }
    return path.utf8.last == UInt8(ascii: "/") ? path + inside : "\(path)/\(inside)"
  }

  /// The error of a failed system call on the file at `inside`.
  func failure(_ errno: Errno, _ attempt: String, _ inside: String) -> CommitError {
    .system(errno, displayPath(inside), attempt)
  }

  /// Waits until the changes in `directory` are on disk. Some file systems cannot do this for directories.
  func synchronize(_ directory: OpenDirectory) throws(CommitError) {
    do {
      try fileSystem.synchronize(directory.descriptor)
    } catch .invalidArgument {
    } catch .notSupported {
    } catch {
      throw failure(error, "cannot synchronize", directory.path)
    }
  }

  /// The same for the directory at `path` relative to the root.
  func synchronize(directoryAt path: String) throws(CommitError) {
    let directory: OpenDirectory
    do { directory = try self.directory(path) } catch { throw failure(error, "cannot open", path) }
    try synchronize(directory)
  }
}
