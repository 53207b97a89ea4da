import Synchronization

/// Numbered jobs. Several threads take the next chunk until none is left.
final class SharedWork: Sendable {
  private let count: Int
  private let chunk: Int
  private let next = Atomic<Int>(0)
  private let worker: @Sendable () -> (Int) -> Void

  /// `count` jobs for `jobs` threads. Each thread calls `worker` once to get the function for its jobs.
  init(count: Int, jobs: Int, worker: @escaping @Sendable () -> (Int) -> Void) {
    self.count = count
    // Small enough that no thread has much work left at the end, and large enough to avoid contention on the
    // counter.
    chunk = max(1, min(16, count / (jobs * 8)))
    self.worker = worker
  }

  /// Takes and runs chunks until none is left.
  func run() {
    let body = worker()
    while true {
      let start = next.wrappingAdd(chunk, ordering: .relaxed).oldValue
      if start >= count { return }
      for index in start..<min(start + chunk, count) { body(index) }
    }
  }
}
