/// The file operations of the program: each is one system call, or as few as possible.
///
/// `PosixFileSystem` is the real implementation. The implementation repeats interrupted calls (EINTR); the
/// caller handles all other errors. Paths are relative to `directory`, or to the working directory if that is
/// nil, and contain names as encoded by `FileName`. A path with a NUL does not exist (ENOENT).
package protocol FileSystem: Sendable {
  // MARK: Looking

  /// Opens `path` (openat(2)); the descriptor is not inherited by child processes.
  func open(_ path: String, at directory: Descriptor?, for mode: OpenMode) throws(Errno) -> Descriptor
  /// Closes `descriptor` (close(2)). Errors are not reported, because a caller that has synchronized does not
  /// need them.
  func close(_ descriptor: Descriptor)
  /// The status of an open file (fstat(2)).
  func status(of descriptor: Descriptor) throws(Errno) -> FileStatus
  /// The status of what `path` leads to (fstatat(2)).
  func status(
    _ path: String, at directory: Descriptor?, followingLinks: Bool
  ) throws(Errno) -> FileStatus
  /// Reads at most `buffer.count` bytes from the current position (read(2)); returns 0 at the end.
  func read(_ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// Reads at most `buffer.count` bytes from `offset` on (pread(2)); returns 0 at the end or beyond it.
  func read(_ descriptor: Descriptor, at offset: Int, into buffer: UnsafeMutableRawBufferPointer)
    throws(Errno) -> Int
  /// All names in the open directory except "." and "..", in no particular order (getdents64(2)). Call this
  /// once per descriptor, because it continues where the last listing ended.
  func entries(of descriptor: Descriptor) throws(Errno) -> [DirectoryEntry]
  /// The absolute path of `path` with every link resolved (realpath(3)).
  func realPath(_ path: String) throws(Errno) -> String

  // MARK: Writing one file

  /// Writes at most `bytes.count` bytes (write(2)), and returns the number.
  func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int
  /// Waits until all writes are on disk (fsync(2)).
  func synchronize(_ descriptor: Descriptor) throws(Errno)
  /// Sets the permissions of an open file (fchmod(2)).
  func setPermissions(_ permissions: UInt32, of descriptor: Descriptor) throws(Errno)
  /// Renames `source` to `destination`, both relative to `directory` (renameat2(2)). A file system that
  /// cannot exchange, or rename without replacing, reports EINVAL, ENOSYS or ENOTSUP.
  func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno)
  /// Removes the name `path` of a file (unlinkat(2)).
  func remove(_ path: String, at directory: Descriptor?) throws(Errno)
  /// Removes the empty directory `path` (unlinkat(2) with AT_REMOVEDIR).
  func removeDirectory(_ path: String, at directory: Descriptor?) throws(Errno)
  /// Creates the directory `path` with these permissions minus the umask of the process (mkdirat(2)).
  func makeDirectory(_ path: String, at directory: Descriptor?, permissions: UInt32) throws(Errno)

  // MARK: Keeping what a file has besides bytes

  /// Sets the owner and group of an open file (fchown(2)).
  func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Descriptor) throws(Errno)
  /// The names of the extended attributes of an open file, including access control lists (flistxattr(2)).
  func attributeNames(of descriptor: Descriptor) throws(Errno) -> [String]
  /// The value of an extended attribute (fgetxattr(2)).
  func attribute(_ name: String, of descriptor: Descriptor) throws(Errno) -> [UInt8]
  /// Sets an extended attribute of an open file (fsetxattr(2)).
  func setAttribute(_ name: String, to value: [UInt8], of descriptor: Descriptor) throws(Errno)

  // MARK: Keeping others out

  /// Locks an open file or directory against other openings of it, in this process or another, until
  /// `descriptor` is closed. Waits at most `seconds` for other locks (EWOULDBLOCK).
  func lock(
    _ descriptor: Descriptor, _ lock: FileLock, waitingUpTo seconds: Double
  ) throws(Errno)
  /// The process that holds a lock on an open file, for people ("process 812 (statuslint)"); nil if the
  /// system does not report it.
  func lockHolder(of descriptor: Descriptor) -> String?
  /// Identifies this machine (machine-id(5)), or at least its name in the network (gethostname(2)).
  func machineName() -> String
}
