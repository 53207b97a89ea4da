/// A value that another thread works out meanwhile. If no thread can be started, the first one that waits works it out.
package final class Future<Value: Sendable>: Sendable {
  private let promise = Promise<Value>()
  private let work: SharedWork
  private let thread: WorkerThread?

  /// Begins to work out what `body` returns.
  package init(_ body: @escaping @Sendable () -> Value) {
    let promise = promise
    work = SharedWork(count: 1, jobs: 1) { { _ in promise.keep(body()) } }
    thread = WorkerThread.take(1).first
    thread?.start(work)
  }

  /// The thread is idle again, once it has done its work.
  deinit { if let thread { WorkerThread.giveBack([thread]) } }

  /// Waits for the value and returns it.
  package func wait() -> Value {
    work.run()
    return promise.wait()
  }
}
