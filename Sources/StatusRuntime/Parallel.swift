import CSystemShims
import Glibc
import Synchronization

/// Runs many independent jobs on all processors.
///
/// It uses system threads and not tasks, because the work blocks in calls that read files, and starting
/// Swift's executor takes longer than a small tree.
package enum Parallel {
  /// The number of processors that this process may use (sched_getaffinity(2)), at least 1.
  package static var processorCount: Int { Int(shim_processor_count()) }

  /// The calling thread does fewer jobs than this alone, because starting a thread takes as long as a few
  /// files.
  private static let serialBelow = 32

  /// Starts the threads for a later call with as many `jobs`, at most one per processor. The first of them
  /// does `work`. With one job no thread is started, and `work` is not done.
  package static func prepare(jobs: Int? = nil, first work: @escaping @Sendable () -> Void) {
    let processors = processorCount
    let threads = min(jobs ?? processors, processors) - 1
    if threads > 0 { shim_touch_variables() }
    WorkerThread.start(threads, first: work)
  }

  /// Calls `body` once with each of 0 ..< `count`, in any order, on up to `jobs` threads (nil: one per
  /// processor), and returns when all are done. The calling thread takes part. With one job, or few calls, it
  /// does everything in order. `body` must not wait for another call of it.
  package static func forEach(
    count: Int, jobs: Int? = nil, serialBelow: Int = serialBelow, body: @Sendable (_ index: Int) -> Void
  ) {
    withoutActuallyEscaping(body) { body in
      run(count: count, jobs: jobs, serialBelow: serialBelow) { body }
    }
  }

  private static func run(
    count: Int, jobs: Int?, serialBelow: Int, worker: @escaping @Sendable () -> (Int) -> Void
  ) {
    let jobs = min(jobs ?? processorCount, count)
    if jobs <= 1 || count < serialBelow {
      let body = worker()
      for index in 0..<max(0, count) { body(index) }
      return
    }
    let work = SharedWork(count: count, jobs: jobs, worker: worker)
    WorkerThread.run(work, on: WorkerThread.take(jobs - 1))
  }

  /// The results of `body` for 0 ..< `count`, in that order; otherwise like `forEach`.
  package static func map<Result: Sendable>(
    count: Int, jobs: Int? = nil, serialBelow: Int = serialBelow,
    body: @Sendable (_ index: Int) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // Each element is written once, by the thread that took its index, and read after all threads have
      // ended.
      nonisolated(unsafe) let places = buffer
      forEach(count: count, jobs: jobs, serialBelow: serialBelow) { index in
        places.initializeElement(at: index, to: body(index))
      }
      initializedCount = count
    }
  }

  /// The same, with a separate context for each thread: reference counting of shared objects moves them from
  /// processor to processor.
  package static func map<Result: Sendable, Context>(
    count: Int, jobs: Int? = nil, serialBelow: Int = serialBelow, context: @Sendable () -> Context,
    body: @Sendable (_ context: Context, _ index: Int) -> Result
  ) -> [Result] {
    guard count > 0 else { return [] }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // Each element is written once, by the thread that took its index, and read after all threads have
      // ended.
      nonisolated(unsafe) let places = buffer
      withoutActuallyEscaping(context) { context in
        withoutActuallyEscaping(body) { body in
          run(count: count, jobs: jobs, serialBelow: serialBelow) {
            let own = context()
            return { index in places.initializeElement(at: index, to: body(own, index)) }
          }
        }
      }
      initializedCount = count
    }
  }
}
