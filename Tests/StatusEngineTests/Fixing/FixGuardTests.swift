import StatusDiagnostics
import StatusText
import Testing

@testable import StatusEngine

/// What happens when a fix makes a finding.
struct FixGuardTests {
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
    var fixGuard = FixGuard([first, second], includesUnsafe: false)
    let isWithdrawn = fixGuard.withdraw(fixed([first, second]), thatMade: [finding("mismatch", task: 7)])
    #expect(isWithdrawn)
    #expect(!fixGuard.allows(first))
    #expect(fixGuard.allows(second))
  }

  @Test func goesByTheFileWhereNoTaskIsKnown() {
    let (first, second) = (finding("form", task: nil), finding("form", task: nil, path: "specs/state.json"))
    var fixGuard = FixGuard([first, second], includesUnsafe: false)
    let isWithdrawn = fixGuard.withdraw(fixed([first, second]), thatMade: [finding("count", task: nil)])
    #expect(isWithdrawn)
    #expect(!fixGuard.allows(first))
    #expect(fixGuard.allows(second))
  }

  @Test func withdrawsOnlyTheFixesOfTheSubjectThatHasANewFinding() {
    var (first, second) = (finding("status", task: nil), finding("status", task: nil))
    (first.evidence, second.evidence) = ("phase 1", "phase 2")
    var new = finding("boxes", task: nil, path: "REQUIREMENTS.md")
    new.evidence = "phase 2"
    new.related = [RelatedLocation(Location(path: "specs/TODO.md", range: .zero), "it is done here")]
    var fixGuard = FixGuard([first, second], includesUnsafe: true)
    let isWithdrawn = fixGuard.withdraw(fixed([first, second]), thatMade: [new])
    #expect(isWithdrawn)
    #expect(fixGuard.allows(first))
    #expect(!fixGuard.allows(second))
  }

  @Test func isContentWithFindingsThatWereThere() {
    let (first, other) = (finding("form", task: 7), finding("mismatch", task: 7))
    var fixGuard = FixGuard([first, other], includesUnsafe: false)
    let isWithdrawn = fixGuard.withdraw(fixed([first]), thatMade: [other])
    #expect(!isWithdrawn)
    #expect(fixGuard.allows(first))
  }

  @Test func toleratesOtherNumbersOfPhasesAmongUnsafeFixes() {
    var (before, after) = (finding("boxes", task: 7), finding("boxes", task: 7))
    (before.phase, after.phase) = ("4", "3")
    let fix = finding("gap", task: 7)
    for (includesUnsafe, isWithdrawn) in [(true, false), (false, true)] {
      var fixGuard = FixGuard([before, fix], includesUnsafe: includesUnsafe)
      let withdraws = fixGuard.withdraw(fixed([fix]), thatMade: [after])
      #expect(withdraws == isWithdrawn)
    }
  }

  @Test func toleratesWhatIsOnlyWorthALookAfterUnsafeFixes() {
    let fix = finding("form", task: 7)
    var new = finding("archivable", task: 7)
    new.severity = .info
    for (includesUnsafe, isWithdrawn) in [(true, false), (false, true)] {
      var fixGuard = FixGuard([fix], includesUnsafe: includesUnsafe)
      let withdraws = fixGuard.withdraw(fixed([fix]), thatMade: [new])
      #expect(withdraws == isWithdrawn)
    }
  }

  @Test func toleratesWhatAReadableStatusReveals() {
    let fix = finding("unknown-marker", task: 7)
    var fixGuard = FixGuard([fix], includesUnsafe: true)
    let withdraws = fixGuard.withdraw(fixed([fix]), thatMade: [finding("missing-timestamp", task: 7)])
    #expect(!withdraws)
  }

  @Test func givesUpWhenNothingHelps() {
    let all = (1...9).map { finding("form", task: $0) }
    var fixGuard = FixGuard(all, includesUnsafe: false)
    for task in 1...5 {
      let isWithdrawn = fixGuard.withdraw(fixed(all), thatMade: [finding("mismatch", task: task)])
      #expect(isWithdrawn)
    }
    #expect(fixGuard.givesUp && !fixGuard.allows(all[8]))
  }
}
