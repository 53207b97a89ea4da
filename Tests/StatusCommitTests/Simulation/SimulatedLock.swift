import StatusFileSystem

/// A lock on an inode of a simulated machine.
struct SimulatedLock: Hashable, Sendable {
  /// What is locked.
  let inode: Int
  /// How.
  let lock: FileLock

  /// Whether this one keeps another opening from getting `wanted` on the same inode.
  func excludes(_ wanted: FileLock) -> Bool {
    lock.kind == wanted.kind && (lock.strength == .exclusive || wanted.strength == .exclusive)
  }
}
