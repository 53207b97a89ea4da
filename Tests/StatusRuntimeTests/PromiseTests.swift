import StatusRuntime
import Testing

struct PromiseTests {
  /// Who takes the first piece of work never waits, so that nobody waits for ever, with however many threads.
  @Test(arguments: 1...5)
  func allWhoWaitGetTheValue(jobs: Int) {
    let promise = Promise<Int>()
    let found = Parallel.map(count: 40, jobs: jobs, serialBelow: 2) { index in
      if index == 0 { promise.keep(7) }
      return promise.wait()
    }
    #expect(found == [Int](repeating: 7, count: 40))
  }

  @Test func theFirstValueCounts() {
    let promise = Promise<String>()
    promise.keep("first")
    promise.keep("second")
    #expect(promise.wait() == "first")
    #expect(promise.wait() == "first")
  }
}
