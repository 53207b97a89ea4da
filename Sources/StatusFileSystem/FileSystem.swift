/// The calls by which the program reaches files: each one call of the operating system, or as few as can be.
///
/// `PosixFileSystem` is the real one. A call that was interrupted (EINTR) is made again by the implementation;
/// all other errors are the caller's. Paths are relative to `directory`, or to the working directory where that
/// is nil, and hold names as `FileName` puts them; one with a NUL leads nowhere (ENOENT).
package protocol FileSystem: Sendable {
  // MARK: Looking

  /// Opens `path` (openat(2)); the descriptor is not inherited by child processes.
  func open(_ path: String, at directory: Descriptor?, for mode: OpenMode) throws(Errno) -> Descriptor
  /// Closes `descriptor` (close(2)). Errors are of no use to anyone who has synchronized, and are not told.
  func close(_ descriptor: Descriptor)
  /// What `descriptor` is open on (fstat(2)).
  func status(of descriptor: Descriptor) throws(Errno) -> FileStatus
  /// What `path` leads to (fstatat(2)).
  func status(
    _ path: String, at directory: Descriptor?, followingLinks: Bool
  ) throws(Errno) -> FileStatus
  /// Reads at most `buffer.count` bytes from where the last read ended (read(2)); 0 at the end.
  func read(_ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  /// All names in the directory that `descriptor` is open on, but "." and "..", in no order (getdents64(2)).
  /// Once for one descriptor: it reads on from where the last listing ended.
  func entries(of descriptor: Descriptor) throws(Errno) -> [DirectoryEntry]
  /// `path` from the root directory, every link resolved (realpath(3)).
  func realPath(_ path: String) throws(Errno) -> String

  // MARK: Writing one file

  /// Writes at most `bytes.count` bytes (write(2)), and says how many.
  func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int
  /// Waits until what was written is on the disk (fsync(2)).
  func synchronize(_ descriptor: Descriptor) throws(Errno)
  /// Gives the file that `descriptor` is open on these permissions (fchmod(2)).
  func setPermissions(_ permissions: UInt32, of descriptor: Descriptor) throws(Errno)
  /// Gives `source` the name `destination` (renameat2(2)); both begin at `directory`. A file system that cannot
  /// exchange, or refuse to replace, says EINVAL, ENOSYS or ENOTSUP.
  func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno)
  /// Takes the name `path` of a file away (unlinkat(2)).
  func remove(_ path: String, at directory: Descriptor?) throws(Errno)
  /// Takes the empty directory `path` away (unlinkat(2) with AT_REMOVEDIR).
  func removeDirectory(_ path: String, at directory: Descriptor?) throws(Errno)
  /// Makes the directory `path`, with these permissions less the process's umask (mkdirat(2)).
  func makeDirectory(_ path: String, at directory: Descriptor?, permissions: UInt32) throws(Errno)

  // MARK: Keeping what a file has besides bytes

  /// Gives the file that `descriptor` is open on this owner and group (fchown(2)).
  func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Descriptor) throws(Errno)
  /// The names of the extended attributes of an open file, access control lists included (flistxattr(2)).
  func attributeNames(of descriptor: Descriptor) throws(Errno) -> [String]
  /// The value of an extended attribute (fgetxattr(2)).
  func attribute(_ name: String, of descriptor: Descriptor) throws(Errno) -> [UInt8]
  /// Gives an open file an extended attribute (fsetxattr(2)).
  func setAttribute(_ name: String, to value: [UInt8], of descriptor: Descriptor) throws(Errno)

  // MARK: Keeping others out

  /// Locks the open file or directory against other openings of it, in this process or another, until
  /// `descriptor` is closed; waits at most `seconds` for those who have it (EWOULDBLOCK).
  func lock(
    _ descriptor: Descriptor, _ lock: FileLock, waitingUpTo seconds: Double
  ) throws(Errno)
  /// Who keeps others from locking what `descriptor` is open on, for people ("process 812 (statuslint)"); nil
  /// where the system does not tell.
  func lockHolder(of descriptor: Descriptor) -> String?
  /// Names this machine among all others (machine-id(5)), or at least among its neighbours (gethostname(2)).
  func machineName() -> String
}
