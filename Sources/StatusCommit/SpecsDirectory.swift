import StatusFileSystem
import Synchronization

/// The specs root of a transaction: every file is reached from here, component by component, and no link is
/// followed on the way.
final class SpecsDirectory: Sendable {
  /// The path that it was opened by.
  let openedPath: String
  /// The path that the user knows it by; messages begin with it.
  let path: String
  /// The file system that it lies in.
  let fileSystem: any FileSystem
  /// The root itself.
  let root: OpenDirectory
  /// Which directory it is.
  let status: FileStatus
  private let open: Mutex<[String: OpenDirectory]> = Mutex([:])

  /// Directories that are kept open at most; a process may have 1024 files open by default.
  private static let openLimit = 256

  /// Opens the directory at `path`, following links, as the user may have given one.
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

  /// The directory at `path` from the root.
  func directory(_ path: String) throws(Errno) -> OpenDirectory {
    if path.isEmpty { return root }
    if let known = open.withLock({ $0[path] }) { return known }
    let parent = try directory(JournalPath.directory(of: path))
    let descriptor = try fileSystem.open(
      JournalPath.name(of: path), at: parent.descriptor, for: .directory)
    let directory = OpenDirectory(path: path, descriptor: descriptor, fileSystem: fileSystem)
    open.withLock { open in
      if open.count >= Self.openLimit { open.removeAll() }
      open[path] = directory
    }
    return directory
  }

  /// The directory that the file at `path` lies in.
  func parent(of path: String) throws(Errno) -> OpenDirectory {
    try directory(JournalPath.directory(of: path))
  }

  /// Forgets the directory at `path`, which is about to be taken away.
  func forget(_ path: String) { open.withLock { $0[path] = nil } }

  /// A path from the root, as the user knows it.
  func displayPath(_ inside: String) -> String {
    if inside.isEmpty { return path }
    if path == "." { return inside }
    return path.utf8.last == UInt8(ascii: "/") ? path + inside : "\(path)/\(inside)"
  }

  /// The error of a failed system call on the file at `inside`.
  func failure(_ errno: Errno, _ attempt: String, _ inside: String) -> CommitError {
    .system(errno, displayPath(inside), attempt)
  }

  /// Waits until what was done in `directory` is on the disk. A file system that cannot do this for directories has
  /// nothing to wait for.
  func synchronize(_ directory: OpenDirectory) throws(CommitError) {
    do {
      try fileSystem.synchronize(directory.descriptor)
    } catch .invalidArgument {
    } catch .notSupported {
    } catch {
      throw failure(error, "cannot synchronize", directory.path)
    }
  }

  /// The same for the directory at `path` from the root.
  func synchronize(directoryAt path: String) throws(CommitError) {
    let directory: OpenDirectory
    do { directory = try self.directory(path) } catch { throw failure(error, "cannot open", path) }
    try synchronize(directory)
  }
}
