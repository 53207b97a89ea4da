/// Something large that stays in memory until the process ends, since taking it apart would only cost time.
final class Kept<Value: Sendable>: Sendable {
  private let value: Value

  init(_ value: Value) { self.value = value }

  /// Keeps it until the process ends.
  func untilTheEnd() { _ = Unmanaged.passRetained(self) }
}
