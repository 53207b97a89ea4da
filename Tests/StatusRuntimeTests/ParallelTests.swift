import Glibc
import StatusRuntime
import StatusTestSupport
import Synchronization
import Testing

@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 31, 32, 33, 1000, 12_345], [1, 2, 3, 16])
  func everythingIsDoneOnce(count: Int, jobs: Int) {
    let done = Mutex([Int](repeating: 0, count: count))
    Parallel.forEach(count: count, jobs: jobs) { index in done.withLock { $0[index] += 1 } }
    #expect(done.withLock { $0 } == [Int](repeating: 1, count: count))
  }

  @Test(arguments: [0, 1, 40, 5000])
  func resultsAreInOrder(count: Int) {
    #expect(Parallel.map(count: count, jobs: 4) { "\($0)" } == (0..<count).map { "\($0)" })
  }

  @Test func severalThreadsTakePart() {
    let threads = Mutex<Set<UInt>>([])
    Parallel.forEach(count: 100, jobs: 4) { _ in
      usleep(1000)
      _ = threads.withLock { $0.insert(UInt(pthread_self())) }
    }
    #expect((2...4).contains(threads.withLock { $0.count }))
  }

  @Test func oneJobIsDoneInOrderByTheCaller() {
    let order = Mutex<[Int]>([])
    let caller = pthread_self()
    Parallel.forEach(count: 100, jobs: 1) { index in
      #expect(pthread_equal(pthread_self(), caller) != 0)
      order.withLock { $0.append(index) }
    }
    #expect(order.withLock { $0 } == Array(0..<100))
  }

  @Test func callsMayOverlap() {
    let done = Mutex(0)
    Parallel.forEach(count: 8, jobs: 4, serialBelow: 2) { _ in
      for _ in 0..<50 {
        Parallel.forEach(count: 5, jobs: 3, serialBelow: 2) { _ in done.withLock { $0 += 1 } }
      }
    }
    #expect(done.withLock { $0 } == 8 * 50 * 5)
  }

  @Test func withOneJobNothingIsPrepared() {
    Parallel.prepare(jobs: 1) { Issue.record("a thread was started") }
    usleep(1000)
  }

  /// How the thread that asks is set up.
  private struct Setup: Sendable, Equatable {
    let blocksTermination: Bool
    let blocksItsOwnFaults: Bool
    let processors: Int

    init() {
      var mask = sigset_t()
      pthread_sigmask(SIG_SETMASK, nil, &mask)
      blocksTermination = sigismember(&mask, SIGTERM) == 1
      blocksItsOwnFaults = sigismember(&mask, SIGSEGV) == 1
      processors = Parallel.processorCount
    }
  }

  @Test func signalsAreTheCallersAlone() {
    let caller = pthread_self()
    let before = Setup()
    let others = Parallel.map(count: 100, jobs: 4) { _ -> Setup? in
      usleep(500)
      return pthread_equal(pthread_self(), caller) != 0 ? nil : Setup()
    }
    #expect(Setup() == before)
    for setup in others.compactMap({ $0 }) {
      #expect(setup.blocksTermination && !setup.blocksItsOwnFaults)
      // None is bound to where it was begun.
      #expect(setup.processors == before.processors)
    }
  }

  @Test func thereIsAProcessor() { #expect(Parallel.processorCount >= 1) }
}
