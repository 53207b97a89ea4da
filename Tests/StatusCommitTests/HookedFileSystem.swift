import StatusFileSystem
import StatusTestSupport

/// The real file system, with someone else at work just before chosen calls, or without locks for directories, as
/// network file systems are.
struct HookedFileSystem: RealFileSystem {
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

  func lock(_ descriptor: Descriptor, _ lock: FileLock, waitingUpTo seconds: Double) throws(Errno) {
    if lock.kind == .whole, !locksDirectories { throw .badDescriptor }
    try real.lock(descriptor, lock, waitingUpTo: seconds)
  }
}
