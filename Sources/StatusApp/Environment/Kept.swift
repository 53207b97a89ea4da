/// Something large that stays in memory until the process ends, since taking it apart would only cost time.
final class Kept<Value: Sendable>: Sendable {
  private let value: Value

  init(_ value: Value) { self.value = value }

  /// Has nobody ever let go of it.
  func untilTheEnd() { _ = Unmanaged.passRetained(self) }
}
