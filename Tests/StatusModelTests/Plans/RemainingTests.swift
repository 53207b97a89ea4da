import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

struct RemainingTests {
  /// A plan with these headings, each with text below it.
  private func plan(_ headings: [String]) -> Plan {
    let text = "# Plan\n\n" + headings.map { "\($0)\n\nText.\n\n" }.joined()
    let source = SourceText(path: "specs/012_dig/plans/implementation-001.md", text)
    return PlanParser(source, MarkdownOutline(source), vocabulary: Profile.opencode.vocabulary).parse()
  }

  private func open(_ headings: [String], after changes: [Int: Status] = [:]) -> [Int]? {
    Remaining(plan(headings), .opencode, after: changes)?.open
  }

  private func mayBeCompleted(_ headings: [String]) -> Bool? {
    Remaining(plan(headings), .opencode)?.mayBeCompleted
  }

  @Test(arguments: [
    ["### Phase 1: A [COMPLETED]", "### Phase 2: B [COMPLETED]"],
    ["### Phase 1: A [COMPLETED]", "### Phase 2: B [ABANDONED]"],
    ["### Phase 1-3: A [COMPLETED]", "### Phase 4: B [Complete]"],
    // Parts without markers are done with their phase.
    ["### Phase 1: A [COMPLETED]", "#### Phase 1.1: B", "#### Phase 1.2: C"],
    ["### Phase 1: A [COMPLETED]", "#### Phase 1.1: B [COMPLETED]", "#### Phase 1.2: C"],
    ["### Phase 1: A [COMPLETED]", "### Phase 1.1: B [ABANDONED]"],
    // Parts with markers speak for a phase without one.
    ["### Phase 1: A", "#### Phase 1.1: B [COMPLETED]", "#### Phase 1.2: C [ABANDONED]"],
    ["### Phase 1A: A [COMPLETED]", "### Phase 1B: B [COMPLETED]"],
  ])
  func nothingRemains(of headings: [String]) {
    #expect(open(headings) == [])
    #expect(mayBeCompleted(headings) == true)
  }

  @Test(arguments: [
    (["### Phase 1: A [COMPLETED]", "### Phase 2: B [NOT STARTED]"], [1]),
    (["### Phase 1: A [COMPLETED]", "### Phase 1.1: B [NOT STARTED]", "### Phase 2: C [COMPLETED]"], [1]),
    (["### Phase 1: A [ABANDONED]", "### Phase 1.1: B [IN PROGRESS]", "### Phase 2: C [COMPLETED]"], [1]),
    (["### Phase 1: A [IN PROGRESS]", "### Phase 1.1: B [BLOCKED]"], [0, 1]),
    (["### Phase 1: A [COMPLETED]", "### Phase 2: B [DONE]", "### Phase 3: C [FAILED]"], [1, 2]),
    (["### Phase 1: A [COMPLETED]", "### Phase 2: B"], [1]),
    (["### Phase 1: A", "#### Phase 1.1: B [COMPLETED]", "#### Phase 1.2: C"], [2]),
    (["### Phase 1: A", "#### Phase 1.1: B", "#### Phase 1.2: C"], [0]),
    // A status that a phase cannot have does not end it.
    (["### Phase 1: A [COMPLETED]", "### Phase 2: B [RESEARCHED]"], [1]),
  ])
  func whatHasNotEndedRemains(of headings: [String], _ indices: [Int]) {
    #expect(open(headings) == indices)
    #expect(mayBeCompleted(headings) == false)
  }

  @Test(arguments: [
    ["### Phase 1: A [ABANDONED]", "### Phase 2: B [ABANDONED]"],
    ["### Phase 1: A [ABANDONED]", "#### Phase 1.1: B [COMPLETED]"],
  ])
  func aPlanThatWasGivenUpIsNotCompleted(_ headings: [String]) {
    #expect(open(headings) == [])
    #expect(mayBeCompleted(headings) == false)
  }

  @Test(arguments: [
    [], ["## Overview"], ["### Phase 1: A [COMPLETED]", "### Phase #2: B [IN PROGRESS]"],
    ["### Phase 1: A [COMPLETED]", "### Phase: B [COMPLETED]"],
  ])
  func aMalformedPlanHasNoAnswer(_ headings: [String]) {
    #expect(plan(headings).isMalformed)
    #expect(open(headings) == nil)
    #expect(PhaseSum(plan(headings), .opencode) == nil)
  }

  @Test func changesCount() {
    let headings = ["### Phase 1: A [COMPLETED]", "### Phase 2: B [IN PROGRESS]", "### Phase 3: C"]
    #expect(open(headings, after: [1: .completed]) == [2])
    #expect(open(headings, after: [1: .completed, 2: .abandoned]) == [])
    #expect(open(headings, after: [0: .blocked, 1: .completed, 2: .abandoned]) == [0])
  }

  @Test(arguments: [
    (["[COMPLETED]", "[COMPLETED]"], [Status.completed], Status.completed),
    (["[NOT STARTED]", "[NOT STARTED]"], [.notStarted], .notStarted),
    (["[COMPLETED]", "[NOT STARTED]"], [.inProgress], nil),
    (["[COMPLETED]", "[IN PROGRESS]"], [.inProgress], .inProgress),
    (["[COMPLETED]", "[BLOCKED]"], [.blocked], nil),
    (["[COMPLETED]", "[ABANDONED]"], [.completed, .abandoned], nil),
    (["[ABANDONED]", "[ABANDONED]"], [.abandoned], nil),
    (["[ABANDONED]", "[NOT STARTED]"], [.abandoned, .inProgress], nil),
    (["[ABANDONED]", "[IN PROGRESS]"], [.abandoned, .inProgress], .inProgress),
  ])
  func sums(_ markers: [String], _ statuses: [Status], _ decided: Status?) throws {
    let headings = markers.enumerated().map { "### Phase \($0.offset + 1): A \($0.element)" }
    let sum = try #require(PhaseSum(plan(headings), .opencode))
    #expect(sum.statuses == statuses)
    #expect(sum.decided == decided)
  }

  @Test func anOpenPartKeepsAPlanFromAddingUpToCompleted() throws {
    let open = ["### Phase 1: A [COMPLETED]", "### Phase 1.1: B [NOT STARTED]", "### Phase 2: C [COMPLETED]"]
    #expect(try #require(PhaseSum(plan(open), .opencode)).statuses == [.inProgress])
    let given = ["### Phase 1: A [COMPLETED]", "### Phase 1.1: B [ABANDONED]", "### Phase 2: C [COMPLETED]"]
    #expect(try #require(PhaseSum(plan(given), .opencode)).statuses == [.completed])
  }
}
