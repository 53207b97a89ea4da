import Synchronization

/// Large values that are not needed any more, but whose release takes time.
final class Leftovers: Sendable {
  private let values = Mutex<[any Sendable]>([])

  /// Keeps a value as long as this object lives.
  func keep(_ value: some Sendable) { values.withLock { $0.append(value) } }
}
