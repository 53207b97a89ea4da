import Synchronization

/// Numbered pieces of work from which several threads take the next chunk until none is left.
final class SharedWork: Sendable {
  private let count: Int
  private let chunk: Int
  private let next = Atomic<Int>(0)
  private let worker: @Sendable () -> (Int) -> Void

  /// `count` pieces for `jobs` threads; each thread asks `worker` once for what it does with a piece.
  init(count: Int, jobs: Int, worker: @escaping @Sendable () -> (Int) -> Void) {
    self.count = count
    // Small enough that no thread is left with much at the end, large enough that the counter stays cool.
    chunk = max(1, min(16, count / (jobs * 8)))
    self.worker = worker
  }

  /// Takes and does chunks until none is left.
  func run() {
    let body = worker()
    while true {
      let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
      if start >= count { return }
      for index in start..<min(start + chunk, count) { body(index) }
    }
  }
}
