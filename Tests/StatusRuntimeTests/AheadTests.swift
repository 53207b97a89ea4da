import StatusRuntime
import Synchronization
import Testing

@Suite(.timeLimit(.minutes(1)))
struct AheadTests {
  private final class Numbers: Sendable {
    let last = Mutex(0)

    func next(until end: Int) -> Int? {
      last.withLock { last in
        if last == end { return nil }
        last += 1
        return last
      }
    }
  }

  /// The squares of 1 to `end`, worked out ahead.
  private func squares(of numbers: Numbers, until end: Int, limit: Int, jobs: Int) -> Ahead<Int> {
    Ahead(limit: limit, jobs: jobs) {
      numbers.next(until: end)
    } context: {
      0
    } work: { done, number in
      done += 1
      // Those that take long come in order, too.
      if number % 3 == 0 { for _ in 0..<1000 { done = (done &* 7) % 5 } }
      return number * number
    }
  }

  @Test(arguments: [1, 2, 40], [0, 1, 2, 5]) func theValuesComeInOrder(_ limit: Int, _ jobs: Int) {
    let ahead = squares(of: Numbers(), until: 200, limit: limit, jobs: jobs)
    #expect((0..<200).map { _ in ahead.next() } == (1...200).map { $0 * $0 })
    #expect(ahead.next() == nil)
    #expect(ahead.next() == nil)
  }

  @Test func noMoreAreBegunThanTheLimit() {
    let numbers = Numbers()
    let ahead = squares(of: numbers, until: .max, limit: 3, jobs: 2)
    for number in 1...200 {
      #expect(ahead.next() == number * number)
      #expect(numbers.last.withLock { $0 } <= number + 3)
    }
  }

  @Test func oneThatNobodyAsksIsGivenUp() {
    for limit in 1...20 {
      let ahead = squares(of: Numbers(), until: .max, limit: limit, jobs: 1 + limit % 3)
      if limit % 2 == 0 { _ = ahead.next() }
    }
    #expect(Parallel.map(count: 40, serialBelow: 1) { $0 } == Array(0..<40))
  }

  @Test func manyMayBeUnderWay() {
    let all = (0..<40).map { _ in squares(of: Numbers(), until: 5, limit: 2, jobs: 2) }
    #expect(all.allSatisfy { ahead in (0..<6).map { _ in ahead.next() } == [1, 4, 9, 16, 25, nil] })
  }
}
