import StatusFileSystem
import Synchronization

/// Whether reading a tree failed because the process has no descriptors or memory left. That says nothing about the files:
/// it is not a finding, and it ends the work.
final class Exhaustion: Sendable {
  private let first = Mutex<FileSystemError?>(nil)

  /// The first such error; nil if there was none.
  var error: FileSystemError? { first.withLock { $0 } }

  /// Keeps `error` in mind if it is one of these.
  func note(_ error: FileSystemError) {
    guard error.errno?.isExhaustion ?? false else { return }
    first.withLock { $0 = $0 ?? error }
  }
}
