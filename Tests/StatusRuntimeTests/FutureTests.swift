import StatusRuntime
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct FutureTests {
  @Test func everyoneWhoWaitsGetsTheValue() {
    let calls = Mutex(0)
    let future = Future {
      calls.withLock {
        $0 += 1; return $0
      }
    }
    #expect(future.wait() == 1)
    #expect(future.wait() == 1)
  }

  @Test func manyMayBeUnderWay() {
    let futures = (0..<40).map { number in Future { number * number } }
    #expect(futures.map { $0.wait() } == (0..<40).map { $0 * $0 })
  }

  @Test func oneThatNobodyWaitsForIsDoneOrGivenUp() {
    for number in 0..<20 { _ = Future { number } }
    #expect(Parallel.map(count: 40, serialBelow: 1) { $0 } == Array(0..<40))
  }
}
