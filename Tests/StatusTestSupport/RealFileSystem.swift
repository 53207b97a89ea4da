import StatusFileSystem

/// A file system of a test's own that is the real one in all that the test says nothing about.
package protocol RealFileSystem: FileSystem {}

extension RealFileSystem {
  private var real: PosixFileSystem { PosixFileSystem() }

  package func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno) {
    try real.rename(source, to: destination, at: directory, mode: mode)
  }
  package func synchronize(_ descriptor: Descriptor) throws(Errno) { try real.synchronize(descriptor) }
  package func open(_ path: String, at directory: Descriptor?, for mode: OpenMode) throws(Errno) -> Descriptor
  {
    try real.open(path, at: directory, for: mode)
  }
  package func close(_ descriptor: Descriptor) { real.close(descriptor) }
  package func status(of descriptor: Descriptor) throws(Errno) -> FileStatus {
    try real.status(of: descriptor)
  }
  package func status(_ path: String, at directory: Descriptor?, followingLinks: Bool) throws(Errno)
    -> FileStatus
  {
    try real.status(path, at: directory, followingLinks: followingLinks)
  }
  package func read(_ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int
  {
    try real.read(descriptor, into: buffer)
  }
  package func read(_ descriptor: Descriptor, at offset: Int, into buffer: UnsafeMutableRawBufferPointer)
    throws(Errno) -> Int
  {
    try real.read(descriptor, at: offset, into: buffer)
  }
  package func entries(of descriptor: Descriptor) throws(Errno) -> [DirectoryEntry] {
    try real.entries(of: descriptor)
  }
  package func realPath(_ path: String) throws(Errno) -> String { try real.realPath(path) }
  package func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    try real.write(descriptor, bytes)
  }
  package func setPermissions(_ permissions: UInt32, of descriptor: Descriptor) throws(Errno) {
    try real.setPermissions(permissions, of: descriptor)
  }
  package func remove(_ path: String, at directory: Descriptor?) throws(Errno) {
    try real.remove(path, at: directory)
  }
  package func removeDirectory(_ path: String, at directory: Descriptor?) throws(Errno) {
    try real.removeDirectory(path, at: directory)
  }
  package func makeDirectory(_ path: String, at directory: Descriptor?, permissions: UInt32) throws(Errno) {
    try real.makeDirectory(path, at: directory, permissions: permissions)
  }
  package func setOwner(_ owner: UInt32, group: UInt32, of descriptor: Descriptor) throws(Errno) {
    try real.setOwner(owner, group: group, of: descriptor)
  }
  package func attributeNames(of descriptor: Descriptor) throws(Errno) -> [String] {
    try real.attributeNames(of: descriptor)
  }
  package func attribute(_ name: String, of descriptor: Descriptor) throws(Errno) -> [UInt8] {
    try real.attribute(name, of: descriptor)
  }
  package func setAttribute(_ name: String, to value: [UInt8], of descriptor: Descriptor) throws(Errno) {
    try real.setAttribute(name, to: value, of: descriptor)
  }
  package func lock(_ descriptor: Descriptor, _ lock: FileLock, waitingUpTo seconds: Double) throws(Errno) {
    try real.lock(descriptor, lock, waitingUpTo: seconds)
  }
  package func lockHolder(of descriptor: Descriptor) -> String? { real.lockHolder(of: descriptor) }
  package func machineName() -> String { real.machineName() }
}
