import StatusFileSystem

/// The real file system, with someone else at work just before chosen calls, or without locks for directories, as
/// network file systems are.
struct HookedFileSystem: FileSystem {
  /// The calls that can be hooked into.
  enum Call: Equatable {
    /// A rename, "from > to".
    case rename(String)
    /// A synchronization, with the number of those before it.
    case synchronize
  }

  let locksDirectories: Bool
  let hook: @Sendable (Call) -> Void
  private let real = PosixFileSystem()

  init(locksDirectories: Bool = true, _ hook: @escaping @Sendable (Call) -> Void = { _ in }) {
    self.locksDirectories = locksDirectories
    self.hook = hook
  }

  func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno) {
    hook(.rename("\(source) > \(destination)"))
    try real.rename(source, to: destination, at: directory, mode: mode)
  }

  func synchronize(_ descriptor: Descriptor) throws(Errno) {
    hook(.synchronize)
    try real.synchronize(descriptor)
  }

  func open(_ path: String, at directory: Descriptor?, for mode: OpenMode) throws(Errno) -> Descriptor {
    try real.open(path, at: directory, for: mode)
  }
  func close(_ descriptor: Descriptor) { real.close(descriptor) }
  func status(of descriptor: Descriptor) throws(Errno) -> FileStatus { try real.status(of: descriptor) }
  func status(_ path: String, at directory: Descriptor?, followingLinks: Bool) throws(Errno) -> FileStatus {
    try real.status(path, at: directory, followingLinks: followingLinks)
  }
  func read(_ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    try real.read(descriptor, into: buffer)
  }
  func entries(of descriptor: Descriptor) throws(Errno) -> [DirectoryEntry] {
    try real.entries(of: descriptor)
  }
  func realPath(_ path: String) throws(Errno) -> String { try real.realPath(path) }
  func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try real.write(descriptor, bytes)
  }
  func setPermissions(_ permissions: UInt32, of descriptor: Descriptor) throws(Errno) {
    try real.setPermissions(permissions, of: descriptor)
  }
  func remove(_ path: String, at directory: Descriptor?) throws(Errno) {
    try real.remove(path, at: directory)
  }
  func removeDirectory(_ path: String, at directory: Descriptor?) throws(Errno) {
    try real.removeDirectory(path, at: directory)
  }
  func makeDirectory(_ path: String, at directory: Descriptor?, permissions: UInt32) throws(Errno) {
    try real.makeDirectory(path, at: directory, permissions: permissions)
  }
  func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Descriptor) throws(Errno) {
    try real.setOwner(owner, group: group, of: descriptor)
  }
  func attributeNames(of descriptor: Descriptor) throws(Errno) -> [String] {
    try real.attributeNames(of: descriptor)
  }
  func attribute(_ name: String, of descriptor: Descriptor) throws(Errno) -> [UInt8] {
    try real.attribute(name, of: descriptor)
  }
  func setAttribute(_ name: String, to value: [UInt8], of descriptor: Descriptor) throws(Errno) {
    try real.setAttribute(name, to: value, of: descriptor)
  }
  func lock(_ descriptor: Descriptor, _ lock: FileLock, waitingUpTo seconds: Double) throws(Errno) {
    if lock.kind == .whole, !locksDirectories { throw .badDescriptor }
    try real.lock(descriptor, lock, waitingUpTo: seconds)
  }
  func lockHolder(of descriptor: Descriptor) -> String? { real.lockHolder(of: descriptor) }
  func machineName() -> String { real.machineName() }
}
