import Synchronization

/// Something that another thread lets go of.
final class Mutexed<Value: Sendable>: Sendable {
  private let value: Mutex<Value?>

  init(_ value: Value) { self.value = Mutex(value) }

  func clear() { value.withLock { $0 = nil } }
}
