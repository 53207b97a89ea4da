import CSystemShims
import Glibc
import Synchronization

/// Work on many independent things by all processors at once.
///
/// Threads of the system rather than tasks: the work blocks in calls that read files, and starting Swift's
/// executor costs more than a small tree takes.
package enum Parallel {
  /// The processors that this process may run on (sched_getaffinity(2)), at least 1.
  package static var processorCount: Int { Int(shim_processor_count()) }

  /// Fewer things than this are done by the calling thread: starting another takes as long as a few files.
  private static let serialBelow = 32

  /// Calls `body` once with each of 0 ..< `count`, in any order, on up to `jobs` threads (nil: as many as there
  /// are processors), and returns when all are done. The calling thread takes part; with one job, or few
  /// things, it does everything, in order. `body` must not wait for another call of it.
  package static func forEach(
    count: Int, jobs: Int? = nil, serialBelow: Int = serialBelow, body: @Sendable (_ index: Int) -> Void
  ) {
    let jobs = min(jobs ?? processorCount, count)
    if jobs <= 1 || count < serialBelow {
      for index in 0..<max(0, count) { body(index) }
      return
    }
    withoutActuallyEscaping(body) { body in
      let work = SharedWork(count: count, jobs: jobs, body: body)
      let threads = (1..<jobs).compactMap { _ in WorkerThread(work) }
      work.run()
      for thread in threads { thread.join() }
    }
  }

  /// The results of `body` for 0 ..< `count`, in that order; otherwise as `forEach`.
  package static func map<Result: Sendable>(
    count: Int, jobs: Int? = nil, serialBelow: Int = serialBelow,
    body: @Sendable (_ index: Int) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // Each place is written once, by the one thread that took its index, and read after all have ended.
      nonisolated(unsafe) let places = buffer
      forEach(count: count, jobs: jobs, serialBelow: serialBelow) { index in
        places.initializeElement(at: index, to: body(index))
      }
      initializedCount = count
    }
  }
}
