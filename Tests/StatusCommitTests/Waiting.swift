import Glibc
import Synchronization

/// A thread of a test's own, beside those that the tests run on.
final class Waiting: Sendable {
  private let body: @Sendable () -> Void
  private let thread: Mutex<pthread_t?> = Mutex(nil)

  struct NoThread: Error {}

  init(_ body: @escaping @Sendable () -> Void) throws {
    self.body = body
    var thread = pthread_t()
    let argument = Unmanaged.passRetained(self)
    guard pthread_create(&thread, nil, runWaiting, argument.toOpaque()) == 0 else {
      argument.release()
      throw NoThread()
    }
    let started = thread
    self.thread.withLock { $0 = started }
  }

  func join() {
    if let thread = thread.withLock({ $0 }) { pthread_join(thread, nil) }
  }

  fileprivate func run() { body() }
}

/// What the thread runs: a function, since a closure would take on the isolation of where it is written.
private nonisolated func runWaiting(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  Unmanaged<Waiting>.fromOpaque(argument).takeRetainedValue().run()
  return nil
}
