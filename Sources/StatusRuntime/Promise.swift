import Synchronization

/// A value that one thread finds and others wait for.
package final class Promise<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isKept = Semaphore()

  /// A promise that somebody else is going to keep: who waits for one that nobody keeps waits forever.
  package init() {}

  /// Gives the value to all who wait for it, and who will. Only the first value counts.
  package func keep(_ found: Value) {
    value.withLock { value in
      if value == nil { value = found }
    }
    isKept.signal()
  }

  /// The value, as soon as it is there.
  package func wait() -> Value {
    while true {
      if let value = value.withLock({ $0 }) { return value }
      isKept.wait()
      // Others may be waiting for the same.
      isKept.signal()
    }
  }
}
