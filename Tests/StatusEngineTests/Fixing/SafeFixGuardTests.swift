import StatusDiagnostics
import StatusText
import Testing

@testable import StatusEngine

/// What happens when a safe fix makes a finding.
struct SafeFixGuardTests {
  private func finding(_ rule: String, task: Int?, path: String = "specs/TODO.md") -> Finding {
    var finding = SampleFinding.finding(rule, [path: [SampleFinding.edit(0..<1)]])
    finding.task = task
    return finding
  }

  private func fixed(_ findings: [Finding]) -> [FixedFinding] {
    findings.map { FixedFinding($0, start: TextPosition(line: 1, column: 1)) }
  }

  @Test func withdrawsTheFixesOfTheTaskThatHasANewFinding() {
    let (first, second) = (finding("form", task: 7), finding("form", task: 8))
    var safety = SafeFixGuard([first, second])
    let isWithdrawn = safety.withdraw(fixed([first, second]), thatMade: [finding("mismatch", task: 7)])
    #expect(isWithdrawn)
    #expect(!safety.allows(first))
    #expect(safety.allows(second))
  }

  @Test func goesByTheFileWhereNoTaskIsKnown() {
    let (first, second) = (finding("form", task: nil), finding("form", task: nil, path: "specs/state.json"))
    var safety = SafeFixGuard([first, second])
    let isWithdrawn = safety.withdraw(fixed([first, second]), thatMade: [finding("count", task: nil)])
    #expect(isWithdrawn)
    #expect(!safety.allows(first))
    #expect(safety.allows(second))
  }

  @Test func isContentWithFindingsThatWereThere() {
    let (first, other) = (finding("form", task: 7), finding("mismatch", task: 7))
    var safety = SafeFixGuard([first, other])
    let isWithdrawn = safety.withdraw(fixed([first]), thatMade: [other])
    #expect(!isWithdrawn)
    #expect(safety.allows(first))
  }

  @Test func givesUpWhenNothingHelps() {
    let all = (1...9).map { finding("form", task: $0) }
    var safety = SafeFixGuard(all)
    for task in 1...5 {
      let isWithdrawn = safety.withdraw(fixed(all), thatMade: [finding("mismatch", task: task)])
      #expect(isWithdrawn)
    }
    #expect(!safety.allows(all[8]))
  }
}
