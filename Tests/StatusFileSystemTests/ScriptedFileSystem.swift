import StatusFileSystem

/// The real file system, but for what a test wants otherwise.
struct ScriptedFileSystem: FileSystem {
  /// The size that every open file claims to have.
  var claimedSize: Int?
  /// The most bytes that one read or write moves.
  var step = Int.max
  /// What every read fails with.
  var readFailure: Errno?
  /// What every write fails with.
  var writeFailure: Errno?
  /// What every rename fails with.
  var renameFailure: Errno?

  private let real = PosixFileSystem()

  init(
    claimedSize: Int? = nil, step: Int = .max, readFailure: Errno? = nil, writeFailure: Errno? = nil,
    renameFailure: Errno? = nil
  ) {
    self.claimedSize = claimedSize
    self.step = step
    self.readFailure = readFailure
    self.writeFailure = writeFailure
    self.renameFailure = renameFailure
  }

  func open(_ path: String, at directory: Descriptor?, for mode: OpenMode) throws(Errno) -> Descriptor {
    try real.open(path, at: directory, for: mode)
  }

  func close(_ descriptor: Descriptor) { real.close(descriptor) }

  func status(of descriptor: Descriptor) throws(Errno) -> FileStatus {
    let status = try real.status(of: descriptor)
    return FileStatus(
      kind: status.kind, size: claimedSize ?? status.size, permissions: status.permissions,
      device: status.device, inode: status.inode, linkCount: status.linkCount)
  }

  func status(_ path: String, at directory: Descriptor?, followingLinks: Bool) throws(Errno) -> FileStatus {
    try real.status(path, at: directory, followingLinks: followingLinks)
  }

  func read(_ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    if let readFailure { throw readFailure }
    return try real.read(descriptor, into: .init(rebasing: buffer.prefix(step)))
  }

  func entries(of descriptor: Descriptor) throws(Errno) -> [DirectoryEntry] {
    try real.entries(of: descriptor)
  }

  func realPath(_ path: String) throws(Errno) -> String { try real.realPath(path) }

  func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    if let writeFailure { throw writeFailure }
    return try real.write(descriptor, .init(rebasing: bytes.prefix(step)))
  }

  func synchronize(_ descriptor: Descriptor) throws(Errno) { try real.synchronize(descriptor) }

  func setPermissions(_ permissions: UInt32, of descriptor: Descriptor) throws(Errno) {
    try real.setPermissions(permissions, of: descriptor)
  }

  func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno) {
    if let renameFailure { throw renameFailure }
    try real.rename(source, to: destination, at: directory, mode: mode)
  }

  func remove(_ path: String, at directory: Descriptor?) throws(Errno) {
    try real.remove(path, at: directory)
  }

  func makeDirectory(_ path: String, at directory: Descriptor?, permissions: UInt32) throws(Errno) {
    try real.makeDirectory(path, at: directory, permissions: permissions)
  }

  func removeDirectory(_ path: String, at directory: Descriptor?) throws(Errno) {
    try real.removeDirectory(path, at: directory)
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
    try real.lock(descriptor, lock, waitingUpTo: seconds)
  }

  func lockHolder(of descriptor: Descriptor) -> String? { real.lockHolder(of: descriptor) }

  func machineName() -> String { real.machineName() }
}
