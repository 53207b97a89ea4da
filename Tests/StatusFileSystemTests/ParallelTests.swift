import Glibc
import StatusFileSystem
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

  @Test func thereIsAProcessor() { #expect(Parallel.processorCount >= 1) }
}
