import Synchronization

/// Values that other threads work out, some of them before they are asked for, and that come in order. If no thread can be
/// started, each is worked out when it is asked for.
package final class Ahead<Value: Sendable>: Sendable {
  private let line: Line
  private let threads: [WorkerThread]

  /// Begins to work out values. `take` gives the jobs one by one, until it returns nil, and then again nil; `work` does
  /// them, on up to `jobs` threads with a context each, and at most `limit` before their values are asked for.
  package init<Job: Sendable, Context>(
    limit: Int, jobs: Int, take: @escaping @Sendable () -> Job?, context: @escaping @Sendable () -> Context,
    work: @escaping @Sendable (inout Context, Job) -> Value
  ) {
    let line = Line { line in
      var context = context()
      return {
        guard let (number, job) = line.take(take) else { return false }
        line.put(work(&context, job), number)
        return true
      }
    }
    self.line = line
    for _ in 0..<limit { line.free.signal() }
    threads = WorkerThread.take(jobs)
    for thread in threads { thread.start(SharedWork(count: 1, jobs: 1) { { _ in line.run() } }) }
  }

  /// The threads are idle again, once they have done what they are at.
  deinit {
    line.giveUp(threads.count)
    WorkerThread.giveBack(threads)
  }

  /// Waits for the next value; nil after the last one.
  package func next() -> Value? {
    if threads.isEmpty { _ = line.worker(line)() }
    return line.next()
  }

  /// What the threads share.
  private final class Line: Sendable {
    private struct State {
      /// How many values were given away.
      var given = 0
      /// The values that were not, by the numbers of their jobs.
      var values: [Int: Value] = [:]
      /// How many jobs there are, once that is known.
      var count: Int?
    }

    /// Makes what does the next job of a line; it returns false if there is none.
    let worker: @Sendable (Line) -> () -> Bool
    /// Counts how many more jobs may be begun.
    let free = Semaphore()
    private let begun = Mutex(0)
    private let state = Mutex(State())
    /// Signaled with each job that is done, and at the end.
    private let done = Semaphore()
    private let isGivenUp = Atomic(false)

    init(_ worker: @escaping @Sendable (Line) -> () -> Bool) { self.worker = worker }

    func run() {
      let step = worker(self)
      repeat { free.sleep() } while !isGivenUp.load(ordering: .acquiring) && step()
    }

    func giveUp(_ threads: Int) {
      isGivenUp.store(true, ordering: .releasing)
      for _ in 0..<threads { free.signal() }
    }

    /// The next job with its number: what is taken first is given away first.
    func take<Job: Sendable>(_ take: () -> Job?) -> (Int, Job)? {
      begun.withLock { begun in
        guard let job = take() else {
          state.withLock { $0.count = begun }
          done.signal()
          return nil
        }
        defer { begun += 1 }
        return (begun, job)
      }
    }

    func put(_ value: Value, _ number: Int) {
      state.withLock { $0.values[number] = value }
      done.signal()
    }

    func next() -> Value? {
      while true {
        let (value, isAtEnd) = state.withLock { state in
          let value = state.values.removeValue(forKey: state.given)
          if value != nil { state.given += 1 }
          return (value, state.count == state.given)
        }
        if let value {
          free.signal()
          return value
        }
        if isAtEnd { return nil }
        done.sleep()
      }
    }
  }
}
