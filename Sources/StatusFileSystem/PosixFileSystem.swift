import CSystemShims
import Glibc

/// The file system of the machine. It has no state.
package struct PosixFileSystem: FileSystem {
  /// The file system of the machine.
  package init() {}

  package func open(_ path: String, at directory: Descriptor?, for mode: OpenMode) throws(Errno) -> Descriptor
  {
    let (flags, permissions) = Self.flags(mode)
    let start = directory?.rawValue ?? AT_FDCWD
    let descriptor = try Self.call(path) { openat(start, $0, flags, mode_t(permissions)) }
    return Descriptor(descriptor)
  }

  /// The flags of open(2) for `mode`, and the permissions of a new file.
  private static func flags(_ mode: OpenMode) -> (Int32, UInt32) {
    switch mode {
    // Without O_NONBLOCK, open(2) would wait for a writer of a pipe; for files it has no effect.
    case .reading: (O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY, 0)
    case .directory: (O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_DIRECTORY, 0)
    case .directoryFollowingLinks: (O_RDONLY | O_CLOEXEC | O_DIRECTORY, 0)
    case .creating(let permissions): (O_WRONLY | O_CLOEXEC | O_NOFOLLOW | O_CREAT | O_EXCL, permissions)
    case .appending: (O_WRONLY | O_CLOEXEC | O_APPEND | O_NOCTTY, 0)
    case .lockFile(let permissions): (O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_CREAT, permissions)
    }
  }

  package func close(_ descriptor: Descriptor) {
    // Linux closes the descriptor even if it reports EINTR. A second try could close a file of another
    // thread.
    _ = Glibc.close(descriptor.rawValue)
  }

  package func status(of descriptor: Descriptor) throws(Errno) -> FileStatus {
    var status = stat()
    _ = try Self.retry { fstat(descriptor.rawValue, &status) }
    return Self.fileStatus(status)
  }

  package func status(
    _ path: String, at directory: Descriptor?, followingLinks: Bool
  ) throws(Errno) -> FileStatus {
    var status = stat()
    let start = directory?.rawValue ?? AT_FDCWD
    let flags = followingLinks ? 0 : AT_SYMLINK_NOFOLLOW
    _ = try Self.call(path) { fstatat(start, $0, &status, flags) }
    return Self.fileStatus(status)
  }

  private static func fileStatus(_ status: stat) -> FileStatus {
    FileStatus(
      kind: FileKind(mode: status.st_mode), size: Int(status.st_size), permissions: status.st_mode & 0o7777,
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), linkCount: Int(status.st_nlink),
      owner: status.st_uid, group: status.st_gid,
      changeTime: Int64(status.st_ctim.tv_sec) * 1_000_000_000 + Int64(status.st_ctim.tv_nsec))
  }

  package func read(
    _ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Errno) -> Int {
    try Self.retry { Glibc.read(descriptor.rawValue, buffer.baseAddress, buffer.count) }
  }

  package func read(_ descriptor: Descriptor, at offset: Int, into buffer: UnsafeMutableRawBufferPointer)
    throws(Errno) -> Int
  {
    try Self.retry { pread(descriptor.rawValue, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  package func realPath(_ path: String) throws(Errno) -> String {
    var failure = Errno.noSuchFile
    let resolved = FileName.withCPath(path) { path -> String? in
      guard let resolved = Glibc.realpath(path, nil) else {
        failure = .last
        return nil
      }
      defer { free(resolved) }
      return FileName.decode(cString: resolved)
    }
    guard let resolved = resolved ?? nil else { throw failure }
    return resolved
  }

  package func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try Self.retry { Glibc.write(descriptor.rawValue, bytes.baseAddress, bytes.count) }
  }

  package func synchronize(_ descriptor: Descriptor) throws(Errno) {
    _ = try Self.retry { fsync(descriptor.rawValue) }
  }

  package func setPermissions(_ permissions: UInt32, of descriptor: Descriptor) throws(Errno) {
    _ = try Self.retry { fchmod(descriptor.rawValue, mode_t(permissions)) }
  }

  package func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno) {
    let start = directory?.rawValue ?? AT_FDCWD
    var failure: Errno? = .noSuchFile
    _ = FileName.withCPath(source) { source in
      FileName.withCPath(destination) { destination in
        let result =
          switch mode {
          case .replacing: renameat(start, source, start, destination)
          case .exchanging: shim_exchange(start, source, destination)
          case .keeping: shim_rename_keeping(start, source, destination)
          }
        failure = result == 0 ? nil : .last
      }
    }
    if let failure { throw failure }
  }

  package func remove(_ path: String, at directory: Descriptor?) throws(Errno) {
    let start = directory?.rawValue ?? AT_FDCWD
    _ = try Self.call(path) { unlinkat(start, $0, 0) }
  }

  package func removeDirectory(_ path: String, at directory: Descriptor?) throws(Errno) {
    let start = directory?.rawValue ?? AT_FDCWD
    _ = try Self.call(path) { unlinkat(start, $0, AT_REMOVEDIR) }
  }

  package func makeDirectory(_ path: String, at directory: Descriptor?, permissions: UInt32) throws(Errno) {
    let start = directory?.rawValue ?? AT_FDCWD
    _ = try Self.call(path) { mkdirat(start, $0, mode_t(permissions)) }
  }

  /// Repeats `call` until no signal interrupts it, and returns its result, which is not negative.
  @inline(__always)
  static func retry<Result: SignedInteger>(_ call: () -> Result) throws(Errno) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      let failure = Errno.last
      if failure != .interrupted { throw failure }
    }
  }

  /// The same, for a call that takes `path`.
  @inline(__always)
  static func call(_ path: String, _ call: (UnsafePointer<CChar>) -> Int32) throws(Errno) -> Int32 {
    // errno is read inside, because code that Swift runs on the way out may make system calls.
    let result = FileName.withCPath(path) { path -> Int32 in
      while true {
        let result = call(path)
        if result >= 0 { return result }
        if errno != EINTR { return -errno }
      }
    }
    guard let result else { throw .noSuchFile }
    guard result >= 0 else { throw Errno(-result) }
    return result
  }
}
