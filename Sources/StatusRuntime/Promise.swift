import Synchronization

/// A value that one thread produces and others wait for.
package final class Promise<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isKept = Semaphore()

  /// A promise that another thread must keep. If it is never kept, its waiters wait forever.
  package init() {}

  /// Provides the value to all current and future waiters. Only the first value counts.
  package func keep(_ found: Value) {
    value.withLock { value in
      if value == nil { value = found }
    }
    isKept.signal()
  }

  /// Waits for the value and returns it.
  package func wait() -> Value {
    while true {
      if let value = value.withLock({ $0 }) { return value }
      isKept.wait()
      // Wakes the next waiter.
      isKept.signal()
    }
  }
}
