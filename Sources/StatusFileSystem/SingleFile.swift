import Glibc
import StatusText

/// A file that is written as a whole, outside of any transaction: a report, a baseline, a configuration.
///
/// A reader sees the old file or the new one, never a part. After an error, the old file is still there.
package struct SingleFile: Sendable {
  /// Its path, as the user gave it.
  package let path: String
  private let fileSystem: any FileSystem

  /// The permissions of a new file, minus the umask of the process.
  private static let newFilePermissions: UInt32 = 0o666

  /// The file at `path`, which need not exist.
  package init(_ path: String, in fileSystem: any FileSystem = PosixFileSystem()) {
    self.path = path
    self.fileSystem = fileSystem
  }

  /// Replaces the content with `bytes`. Creates missing directories, follows a link and keeps it, and keeps
  /// the permissions of an existing file. Writes directly to a pipe or device and to files in /dev and /proc.
  package func write(_ bytes: [UInt8]) throws(FileSystemError) {
    // Check this before creating directories: no file can have such a name.
    if path.utf8.last == UInt8(ascii: "/") {
      throw FileSystemError(path: path, operation: .write, reason: .wrongKind(.directory))
    }
    let existing = try status()
    switch existing?.kind {
    case nil: if let directory = PathText.directory(of: path) { try fileSystem.makeDirectories(directory) }
    case .regular where !isBelowDeviceDirectories: break
    case .directory: throw FileSystemError(path: path, operation: .write, reason: .wrongKind(.directory))
    default: return try writeDirectly(bytes)
    }
    try replace(destination(), with: bytes, permissions: existing?.permissions)
  }

  private func status() throws(FileSystemError) -> FileStatus? {
    do {
      return try fileSystem.status(path, at: nil, followingLinks: true)
    } catch .noSuchFile {
      return nil
    } catch { throw failure(.write, error) }
  }

  /// /dev/stdout may lead to a regular file. Replacing it would lose the file that the shell has open.
  private var isBelowDeviceDirectories: Bool { path.hasPrefix("/dev/") || path.hasPrefix("/proc/") }

  private func writeDirectly(_ bytes: [UInt8]) throws(FileSystemError) {
    do {
      let file = try fileSystem.open(path, at: nil, for: .appending)
      defer { fileSystem.close(file) }
      try write(bytes, to: file)
    } catch { throw failure(.write, error) }
  }

  /// The path to write to: the path itself, or the target of its links.
  private func destination() throws(FileSystemError) -> String {
    do {
      let status = try fileSystem.status(path, at: nil, followingLinks: false)
      return status.kind == .symbolicLink ? try fileSystem.realPath(path) : path
    } catch .noSuchFile {
      return path
    } catch { throw failure(.write, error) }
  }

  private func replace(
    _ destination: String, with bytes: [UInt8], permissions: UInt32?
  ) throws(FileSystemError) {
    do throws(Errno) {
      let (temporary, file) = try makeTemporary(beside: destination)
      defer { fileSystem.close(file) }
      do throws(Errno) {
        if let permissions { try fileSystem.setPermissions(permissions, of: file) }
        try write(bytes, to: file)
        try fileSystem.synchronize(file)
        try fileSystem.rename(temporary, to: destination, at: nil, mode: .replacing)
      } catch {
        try? fileSystem.remove(temporary, at: nil)
        throw error
      }
    } catch {
      throw failure(.write, error)
    }
  }

  /// Creates a file in the directory of `destination`, so that it can be renamed within one file system.
  private func makeTemporary(beside destination: String) throws(Errno) -> (path: String, file: Descriptor) {
    let directory = PathText.directory(of: destination).map { $0 + "/" } ?? ""
    var attempt = 0
    while true {
      // Short, because the name of the target may already have the maximum length.
      let name = "\(directory).statuslint-\(getpid())-\(attempt).tmp"
      do {
        let mode = OpenMode.creating(permissions: Self.newFilePermissions)
        return (name, try fileSystem.open(name, at: nil, for: mode))
      } catch .fileExists where attempt < 100 {
        // The name belongs to another report of this process, or was left by a process that was killed.
        attempt += 1
      }
    }
  }

  private func write(_ bytes: [UInt8], to file: Descriptor) throws(Errno) {
    let writer = FileWriter(fileSystem: fileSystem, descriptor: file)
    try bytes.span.withUnsafeBytes { (raw) throws(Errno) in try writer.write(raw) }
  }

  private func failure(_ operation: FileSystemError.Operation, _ errno: Errno) -> FileSystemError {
    FileSystemError(path: path, operation: operation, reason: .system(errno))
  }
}
