import StatusFileSystem
import StatusTestSupport

/// The real file system, but for what a test wants otherwise.
struct ScriptedFileSystem: RealFileSystem {
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

  func status(of descriptor: Descriptor) throws(Errno) -> FileStatus {
    let status = try real.status(of: descriptor)
    return FileStatus(
      kind: status.kind, size: claimedSize ?? status.size, permissions: status.permissions,
      device: status.device, inode: status.inode, linkCount: status.linkCount)
  }

  func read(_ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    if let readFailure { throw readFailure }
    return try real.read(descriptor, into: .init(rebasing: buffer.prefix(step)))
  }

  func write(_ descriptor: Descriptor, _ bytes: UnsafeRawBufferPointer) throws(Errno) -> Int {
    if let writeFailure { throw writeFailure }
    return try real.write(descriptor, .init(rebasing: bytes.prefix(step)))
  }

  func rename(
    _ source: String, to destination: String, at directory: Descriptor?, mode: RenameMode
  ) throws(Errno) {
    if let renameFailure { throw renameFailure }
    try real.rename(source, to: destination, at: directory, mode: mode)
  }
}
