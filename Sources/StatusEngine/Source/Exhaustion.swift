import StatusFileSystem
import Synchronization

/// Whether reading a tree failed for want of descriptors or memory. That says nothing about the files: it is no finding
/// but the end of the work.
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
