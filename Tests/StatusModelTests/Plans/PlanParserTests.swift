import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

struct PlanParserTests {
  private func parse(_ text: String) -> Plan {
    let source = SourceText(path: "specs/012_dig/plans/implementation-001.md", text)
    return PlanParser(source, MarkdownOutline(source), vocabulary: Profile.claude.vocabulary).parse()
  }

  @Test(arguments: [
    ("### Phase 1: Dig [COMPLETED]", "1", Status.completed),
    ("## Phase 0: Dig [NOT STARTED]", "0", .notStarted),
    ("#### Phase 6A: Dig [PARTIAL]", "6A", .partial),
    ("### \u{2705} Phase 1: Dig [COMPLETED]", "1", .completed),
    ("### **Phase 1: Dig** [COMPLETED]", "1", .completed),
    ("### Phase 1 - Dig [COMPLETED] \u{2705}", "1", .completed),
    ("### Phase 1.2: Dig [COMPLETED via Task 2]", "1.2", .completed),
    ("### Phase 2 [COMPLETED]", "2", .completed),
    ("### Phase 1: Dig\n[COMPLETED]", "1", .completed),
    ("### Phase 1: Dig\n- **Status**: [COMPLETED]", "1", .completed),
    ("### Phase 1: Dig\n- [COMPLETED]\n- **Goal**: a hole", "1", .completed),
    ("### Phase 1: Dig\n\\[COMPLETED\\]", "1", .completed),
    ("### Phase\u{A0}1: Dig [COMPLETED]", "1", .completed),
    ("### Phases 1-7: [COMPLETED]", "1-7", .completed),
    ("### Phases 1 to 3: Dig [COMPLETED]", "1 to 3", .completed),
    ("### Phases 1 and 2 [COMPLETED]", "1 and 2", .completed), ("### Phases 3-5: BLOCKED", "3-5", .blocked),
    ("### Phase 2 - COMPLETED", "2", .completed),
    ("### Phase 3 & 4: Dig [COMPLETED]", "3 & 4", .completed), ("### Phase 3, 4: BLOCKED", "3, 4", .blocked),
    ("### Phase 3 and 4 [COMPLETED]: Dig", "3 and 4", .completed),
    ("### Phase 3/4: Dig [COMPLETED]", "3/4", .completed),
    ("### Phase 3-4: Dig [COMPLETED]", "3-4", .completed),
    ("### Phase 3, 4, and 5 - Dig [COMPLETED]", "3, 4, and 5", .completed),
    ("### Phase 3 to 5: Dig [COMPLETED]", "3 to 5", .completed),
    ("### Phase 3..5: BLOCKED", "3..5", .blocked),
    ("### Phase 3 and Phase 4: Dig [COMPLETED]", "3 and Phase 4", .completed),
    ("### Phase 3, phase 4 & phase 5 [COMPLETED]", "3, phase 4 & phase 5", .completed),
    ("### Phase 3/Phase 4: Dig [COMPLETED]", "3/Phase 4", .completed),
    ("### Phase 3~4: Dig [COMPLETED]", "3~4", .completed),
    ("### Phase 3 or 4: Dig [COMPLETED]", "3 or 4", .completed),
    ("### Phase 3+4 (together): Dig [COMPLETED]", "3+4", .completed),
    ("### Phases 1, 2 & 3 [COMPLETED]", "1, 2 & 3", .completed),
    // The beginning of a title.
    ("### Phase 3, 4 tables [COMPLETED]", "3", .completed),
    ("### Phase 1/3: Dig [COMPLETED]", "1", .completed),
    ("### Phase 3 - 4 tables [COMPLETED]", "3", .completed),
  ])
  func phases(_ text: String, _ label: String, _ status: Status) throws {
    let phase = try #require(parse("# Plan\n\n\(text)\n").phases.first)
    #expect(phase.number.label == label)
    #expect(phase.status == status)
  }

  @Test("parts with the same title are told apart, however many there are", .timeLimit(.minutes(1)))
  func sameTitles() {
    let titles = ["Glue", "Glue", "Glue 2", "Glue", "Sand"] + Array(repeating: "Wax", count: 20_000)
    let parts = titles.map { "#### \($0) [NOT STARTED]\n" }.joined()
    let labels = parse("# Plan\n\n### Phase 1: Mend [IN PROGRESS]\n\n\(parts)").phases.map(\.number.label)
    #expect(labels.prefix(6) == ["1", "1-glue", "1-glue-2", "1-glue-2-2", "1-glue-3", "1-sand"])
    #expect(labels.count == titles.count + 1 && Set(labels).count == labels.count)
  }

  @Test(arguments: [
    "### Phase Dependencies", "### Phase 1 Testing", "# Phase 1: Dig", "### Phases 1: Dig",
    "> ### Phase 1: Dig",
    "```\n### Phase 1: Dig\n```", "<!--\n### Phase 1: Dig\n-->", "### Integration (Phase 6)",
  ])
  func noPhases(_ text: String) {
    #expect(parse("# Plan\n\n\(text)\n").phases.isEmpty)
  }

  @Test func theSectionDecidesWhereItHoldsAny() {
    let plan = parse(
      "## Implementation Phases\n### Phase 1: Dig [COMPLETED]\n## Log\n### Phase 1: Dig [NOT STARTED]\n")
    #expect(plan.phases.count == 1)
    let loose = parse("## Implementation Phases\nNone yet.\n## Later\n### Phase 1: Dig [NOT STARTED]\n")
    #expect(loose.phases.count == 1)
  }

  @Test(arguments: [
    "### Phase #2: Dig", "### Phase II: Dig", "### Phase Two - Dig", "### Phase: Dig",
    "### Phase b2 [COMPLETED]",
    "### Phases 1, 3 and 5: [COMPLETED]", "### Phases 1 and 3 [NOT STARTED]",
  ])
  func unreadable(_ text: String) {
    let plan = parse("# Plan\n\n\(text)\n")
    #expect(plan.phases.isEmpty)
    #expect(plan.unreadablePhases.count == 1)
  }

  @Test(arguments: [
    "### Phase Overview: what comes", "### Phase Overview - Completed", "### Phases 1-7: what they share",
    "### Phases Completed", "### Phase One", "### Phases: [COMPLETED]",
  ])
  func prose(_ text: String) {
    let plan = parse("# Plan\n\n\(text) and more\n")
    #expect(plan.phases.isEmpty && plan.unreadablePhases.isEmpty)
  }

  @Test("how many phases there are is not part of a title")
  func totals() {
    let plan = parse("# Plan\n\n### Phase 1/2: Dig [NOT STARTED]\n\n### Phase 2/2: Fill [NOT STARTED]\n")
    #expect(plan.phases.map { $0.title(in: plan.source) } == ["Dig", "Fill"])
  }

  @Test(
    "parts of a phase may be numbered without the word",
    arguments: [
      ("#### 1.1 Dig [NOT STARTED]", "1.1"), ("#### Step 1.2: Dig [COMPLETED]", "1.2"),
      ("##### Sub-phase 1A [IN PROGRESS]", "1A"), ("#### Step 3: Dig [NOT STARTED]", "1.3"),
      ("#### **1.3. Dig** [BLOCKED]", "1.3"), ("#### Task 1.1: Dig [NOT STARTED]", "1.1"),
      ("#### 2. Dig [NOT STARTED]", "1.2"), ("#### Dig the hole [NOT STARTED]", "1-dig-the-hole"),
      ("#### Task 6: Dig [NOT STARTED]", "1-task-6-dig"), ("#### **Löcher** [BLOCKED]", "1-löcher"),
      ("#### Dig a hole that is as deep as a well [NOT STARTED]", "1-dig-a-hole-that-is-as"),
      ("#### 1.4 Dig\n- **Status**: [NOT STARTED]", "1.4"),
    ])
  func parts(_ text: String, _ label: String) throws {
    let plan = parse("# Plan\n\n### Phase 1: Dig [COMPLETED]\n\n\(text)\n")
    let part = try #require(plan.phases.last)
    #expect(plan.phases.count == 2 && part.number.label == label && part.isSubPhase)
  }

  @Test("the number of the task may be on the line below its name")
  func taskBelow() {
    #expect(parse("# Plan\n- **Task**:\n  8 - Mend\n").taskNumber?.number == 8)
    #expect(parse("# Plan\n- **Task**:\n- **Status**: [PLANNED]\n").taskNumber == nil)
  }

  @Test("parts with the same title are told apart, and a label that is given names one of them")
  func titles() throws {
    let part = "#### Dig a hole [NOT STARTED]\n\n"
    let plan = parse(
      "# Plan\n\n### Phase 1: Dig [COMPLETED]\n\n\(part)\(part)### Phase 2: Dig [COMPLETED]\n\n\(part)")
    let labels = plan.phases.map(\.number.label)
    #expect(labels == ["1", "1-dig-a-hole", "1-dig-a-hole-2", "2", "2-dig-a-hole"])
    for phase in plan.phases { #expect(PhaseNumber.read(phase.number.label)?.number == phase.number) }
  }

  @Test(
    "headings below a phase that are not a part of it",
    arguments: [
      "#### 2.1 Dig [NOT STARTED]", "#### 1.1 Dig", "#### 1.1 Dig - NOT STARTED", "### 1.1 Dig [COMPLETED]",
      "#### Dig", "#### Why [BLOCKED] work waits", "#### Dig - NOT STARTED",
      "#### Dig as Phase 2 says [NOT STARTED]",
    ])
  func noParts(_ text: String) {
    #expect(parse("# Plan\n\n### Phase 1: Dig [COMPLETED]\n\n\(text)\n").phases.count == 1)
  }

  @Test(arguments: [
    ("### Phase 3. Grease [NOT STARTED]", "Grease"), ("### Phase 3) Grease [NOT STARTED]", "Grease"),
    ("### Phase 3: .gitignore [NOT STARTED]", ".gitignore"), ("### Phase 3 | Grease - NOT STARTED", "Grease"),
    ("### Phase 3: Grease - the hub \u{2014} [NOT STARTED]", "Grease - the hub"),
    ("### Phase 3 [NOT STARTED]: Grease", "Grease"), ("### Phase 3 - [NOT STARTED] Grease", "Grease"),
    ("### Phase 3: Grease [NOT STARTED] (2 hours)", "Grease"),
    ("### Phase 3 & 4: Grease [NOT STARTED]", "Grease"),
    ("### Phase 3/4 - Grease [NOT STARTED]", "Grease"),
    ("### Phase 3 of 4: Grease [NOT STARTED]", "Grease"), ("### Phase 3 of 4 [NOT STARTED]", ""),
    ("### Phase 3 of 4 wheels [NOT STARTED]", "of 4 wheels"),
  ])
  func titles(_ text: String, _ title: String) throws {
    let plan = parse("# Plan\n\n\(text)\n")
    #expect(try #require(plan.phases.first).title(in: plan.source) == title)
  }

  @Test func aNumberAfterASlashMayBeTheTotal() {
    func numbers(_ labels: String...) -> [String] {
      parse(labels.map { "### Phase \($0): Dig [NOT STARTED]\n" }.joined()).phases.map(\.number.label)
    }
    #expect(numbers("1/3", "2/3", "3/3") == ["1", "2", "3"])
    #expect(numbers("1/2", "3") == ["1/2", "3"])
  }

  @Test(arguments: [
    "### Phase 3 & 5: Dig [COMPLETED]", "### Phase 3, 5: Dig", "### Phase 6A & 6B: Dig [COMPLETED]",
  ])
  func numbersThatAreNoRangeCannotBeRead(_ text: String) {
    #expect(parse("### Phase 1: Fill [COMPLETED]\n\(text)\n").unreadablePhases.count == 1)
  }

  @Test func aSectionOfPhasesMayHaveMoreInItsName() {
    let plan = parse(
      "## Implementation Phases (revised)\n### Phase 1: Dig [COMPLETED]\n## Log\n### Phase 1: Fill [NOT STARTED]\n"
    )
    #expect(plan.phases.count == 1)
  }

  @Test func partsBelongToTheirPhase() {
    let plan = parse(
      """
      ### Phase 1: Dig [COMPLETED]
      #### Phase 1.1: Mark out [COMPLETED]
      ### Phase 2: Line [COMPLETED]
      ### Phase 2A: Sand [COMPLETED]
      ### Phase 3: Fill [NOT STARTED]
      """)
    #expect(plan.phases.map(\.isSubPhase) == [false, true, false, true, false])
    #expect(plan.phases.map(\.parent) == [-1, 0, -1, 2, -1])
  }

  @Test func datesStandInFieldsAndInBrackets() {
    let plan = parse(
      """
      ### Phase 1: Dig [COMPLETED]
      - **Started**: 2026-01-02T10:00:00Z
      - **Completed**: 2026-01-03T10:00:00Z
      ### Phase 2: Line [COMPLETED]
      (Started: 2026-01-04T10:00:00Z, Completed: 2026-01-05T10:00:00Z)
      """)
    for phase in plan.phases { #expect(phase.timestamps.map(\.event) == [.started, .completed]) }
    #expect(plan.phases[1].timestamp(.completed)?.reading.found?.timestamp.dateText == "2026-01-05")
  }

  @Test func metadataIsAboveTheSections() {
    let plan = parse(
      "# Plan\n\n- **Task**: 12 - Dig\n\n## Metadata\n- **Status**: [PLANNED]\n\n## Overview\n- **Status**: [BLOCKED]\n"
    )
    #expect(plan.statusMarkers.compactMap(\.status) == [.planned])
    #expect(plan.taskNumber?.number == 12)
  }

  @Test(arguments: [
    ("12 - Dig", 12), ("Task #12: Dig", 12), ("OC_12", 12), ("#012", 12), ("[12](x.md)", 12),
    ("Phase 4: Dig", nil),
    ("1.2 Dig", nil), ("The 4th of July", nil), ("", nil),
  ])
  func taskNumbers(_ value: String, _ number: Int?) {
    #expect(parse("# Plan\n\n- **Task**: \(value)\n").taskNumber?.number == number)
  }
}
