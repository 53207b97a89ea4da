import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

struct TaskListParserTests {
  private func parse(_ text: String) -> TaskList {
    let source = SourceText(path: "specs/TODO.md", text)
    return TaskListParser(source, MarkdownOutline(source), vocabulary: Profile.opencode.vocabulary).parse()
  }

  @Test func aStatusOnTheNextLine() {
    let list = parse(
      "### 12. Dig\n- **Status**:\n  [PLANNED]\n\n### 13. Fill\n- **Status**:\n  - when it is dry\n")
    #expect(list.tasks.map { $0.marker?.status } == [.planned, nil])
  }

  /// A marker that cannot be read between two others does not hide that they differ.
  @Test func twoStatuses() {
    let heading = "### 12. Dig [COMPLETED]\n- **Status**: [SOON]\n- **Status**: "
    #expect(parse(heading + "[PLANNED]\n").tasks.map(\.isContradictory) == [true])
    #expect(parse(heading + "[COMPLETED]\n").tasks.map(\.isContradictory) == [false])
  }

  /// Of other tasks than those that are asked for, only what they are is known.
  @Test func someTasksAlone() throws {
    let text = """
      # TODO

      ### 12. Dig
      - **Status**: [RESEARCHED]
      - **Researched**: 2026-01-15
      - **Plan**: [012_dig/plans/one.md]

      ### 13. Fill
      - **Status**: [PLANNED]
      - **Planned**: 2026-01-16
      - **Plan**: [013_fill/plans/one.md]
      """
    let source = SourceText(path: "specs/TODO.md", text)
    let vocabulary = Profile.opencode.vocabulary
    let list = TaskListParser(source, MarkdownOutline(source), vocabulary: vocabulary, only: [13]).parse()
    #expect(list.tasks.map(\.number) == [12, 13])
    #expect(list.tasks.map { $0.marker?.status } == [.researched, .planned])
    #expect(list.tasks.map(\.links.count) == [0, 1])
    #expect(list.tasks.map(\.timestamps.count) == [0, 1])
    #expect(list.allLinks().map(\.path) == ["012_dig/plans/one.md", "013_fill/plans/one.md"])
    #expect(list.firstDate()?.event == .researched)
  }

  @Test(arguments: [
    ("### 12. Dig a pond", 12, "Dig a pond"), ("### OC_514. Dig", 514, "Dig"),
    ("### Task 12: Dig", 12, "Dig"),
    ("### Task #12 - Dig", 12, "Dig"), ("### ~~12.~~ Dig", 12, "Dig"), ("### \u{2705} 12. Dig", 12, "Dig"),
    ("### 12. \u{2705} Dig", 12, "Dig"), ("### 12. Dig [COMPLETED]", 12, "Dig"), ("### 394.", 394, ""),
    ("### 12. Étiquettes", 12, "Étiquettes"), ("### 12. ✅ Привет мир", 12, "Привет мир"),
    ("### 12. 日本語", 12, "日本語"), ("### 12. ∀x. φ", 12, "∀x. φ"), ("### 12. ▶️ – Dig", 12, "Dig"),
    ("## 12. Dig", 12, "Dig"), ("#### 12. Dig", 12, "Dig"), ("### **12. Dig**", 12, "Dig"),
  ])
  func headings(_ heading: String, _ number: Int, _ title: String) throws {
    let list = parse("# TODO\n\n\(heading)\n- **Status**: [NOT STARTED]\n")
    let task = try #require(list.tasks.first)
    #expect(task.number == number)
    #expect(list.source.text(task.title).trimmed(of: "*") == title)
    #expect(list.source.text(task.numberRange) == String(number))
  }

  @Test(arguments: [
    "### High Priority", "### 12 monkeys", "### 1.2 Scope", "# 12. Dig", "##### 12. Dig", "### Tasks 12: Dig",
    "### 1234567890123. Dig", "> ### 12. Dig", "    ### 12. Dig",
  ])
  func noTasks(_ heading: String) {
    #expect(parse("# TODO\n\n\(heading)\n- **Status**: [NOT STARTED]\n").tasks.isEmpty)
  }

  /// With a Status and another field of a task below them.
  @Test(arguments: [
    "### #12. Dig", "### 12) Dig", "### 12 - Dig", "### 12 – Dig", "### 12: Dig", "### 12\\. Dig",
    "### [12] Dig",
    "### (12) Dig", "###12. Dig", "### 12 Dig", "### 12.Dig", "# 12. Dig", "###### 12. Dig",
    "### Task 12 Dig",
    "### Task-12: Dig", "### OC_12: Dig", "### **12** Dig", "### `12`. Dig", "### \u{2705} #12. Dig",
    "### [x] 12. Dig",
    "### No. 12: Dig", "\\### 12. Dig", "###\u{A0}12. Dig", "### [12](#dig) Dig", "### ~~#12. Dig~~",
  ])
  func nearlyHeadings(_ heading: String) throws {
    let list = parse("# TODO\n\n\(heading)\n- **Status**: [PLANNED]\n- **Effort**: 1 hour\n")
    #expect(list.tasks.map(\.number) == [12])
    #expect(list.malformedHeadings.map(\.number) == [12])
    #expect(parse("# TODO\n\n\(heading)\n- **Effort**: 1 hour\n").malformedHeadings.isEmpty)
  }

  @Test(arguments: [
    "### 1.2 Scope", "### 2025-12-28 Meeting", "### 2025 - 2026", "### 100% done", "### 3rd try",
    "### 7:30 daily",
    "### Phase 7: Dig", "### Issue #7: Dig", "### 7-8 tasks", "#7 is a hash", "### Version 7.0", "### Dig",
  ])
  func numbersOfOtherThings(_ heading: String) {
    let list = parse("# TODO\n\n\(heading)\n- **Status**: [PLANNED]\n- **Effort**: 1 hour\n")
    #expect(list.tasks.isEmpty && list.malformedHeadings.isEmpty)
  }

  @Test func aNumberThatNoTaskCanHave() {
    let list = parse("### 1234567890. Dig\n- **Status**: [PLANNED]\n- **Effort**: 1 hour\n")
    #expect(list.tasks.isEmpty)
    #expect(list.malformedHeadings.map(\.fault) == [.number])
  }

  @Test func aTaskBeneathATaskIsOne() {
    let fields = "- **Status**: [PLANNED]\n- **Effort**: 1 hour\n- **Priority**: High\n\n"
    #expect(parse("## 7. Dig\n\(fields)### 8. Fill\n\(fields)").tasks.map(\.number) == [7, 8])
  }

  @Test func manyNearlyHeadingsTakeNoLonger() {
    let nearly = "### #7. Dig\n##8. Fill\n\n### Dig\n"
    #expect(parse(String(repeating: nearly, count: 20_000)).tasks.isEmpty)
  }

  @Test func groupHeadingsAreNoTasks() {
    let list = parse("### 2. Experimental\n\nText.\n\n### 14. Dig\n- **Status**: [PLANNED]\n")
    #expect(list.tasks.map(\.number) == [14])
  }

  @Test func stepsInsideATaskAreNoTasks() {
    let list = parse("### 5. Dig\n- **Status**: [PLANNED]\n\n#### 1. First\n- **Status**: [PLANNED]\n")
    #expect(list.tasks.map(\.number) == [5])
  }

  @Test func tasksBeneathAGroupAreTasks() {
    let list = parse(
      "### 2. Garden\n\n#### 14. Dig\n- **Status**: [PLANNED]\n\n#### 15. Sow\n- **Status**: [PLANNED]\n")
    #expect(list.tasks.map(\.number) == [14, 15])
  }

  @Test(arguments: [
    "- **Effort**: 1 hour\n- **Status**: [PLANNED]\n", "* **Effort**: 1 hour\n* **Status**: [PLANNED]\n",
    "**Effort**: 1 hour\n**Status**: [PLANNED]\n", " **Effort**: 1 hour\n **Status**: [PLANNED]\n",
    "- **Effort:** 1 hour\n- **Status:** [PLANNED]\n",
    "- **Effort**:\n  - about an hour\n  - or two\n- **Status**: [PLANNED]\n",
    " **Effort**: 1 hour\n  - Report: x\n **Status**: [PLANNED]\n",
    "<!-- **Status**: [BLOCKED] -->\n\n**Effort**: 1\n\n```\n**Status**: [BLOCKED]\n```\n\n- **Status**: [PLANNED]\n",
  ])
  func fields(_ text: String) throws {
    let task = try #require(parse("### 12. Dig\n\(text)").tasks.first)
    #expect(task.fields.map(\.name) == [.effort, .status])
    #expect(task.marker?.status == .planned)
  }

  @Test func fieldsInsideFieldsAreNotTheTasks() throws {
    let task = try #require(
      parse("### 12. Dig\n- **Status**: [PLANNED]\n- **Artifacts**:\n  - **Status**: [BLOCKED]\n").tasks.first
    )
    #expect(task.statusMarkers.count == 1)
  }

  @Test func frontMatterIsRead() {
    let list = parse(
      "---\nnext_project_number: 22\ntask_counts:\n  active: 3\nother: {a: 1, b: x}\n---\n# TODO\n")
    #expect(list.frontMatterNumber("next_project_number")?.value == 22)
    #expect(list.frontMatterNumber("task_counts", "active")?.value == 3)
    #expect(list.frontMatterNumber("other", "a")?.value == 1)
    #expect(list.frontMatterNumber("other", "b") == nil)
  }

  @Test func linksAreFoundInAnyField() throws {
    let task = try #require(
      parse(
        """
        ### 12. Dig
        - **Status**: [PLANNED]
        - **Research**: [specs/012_dig/reports/research-001.md]
        - **Plan**: [plan](012_dig/plans/implementation-001.md#phase-1), [a site](https://example.org/x.md)
        - **Summary Artifacts**:
          - Summary: [specs/012_dig/summaries/done.md]
          - Checked: [x] and [specs/*/plans/*.md]
        - **Description**: see [nowhere](gone.md)
        """
      ).tasks.first)
    #expect(
      task.links.map(\.path) == [
        "specs/012_dig/reports/research-001.md", "012_dig/plans/implementation-001.md",
        "specs/012_dig/summaries/done.md", "gone.md",
      ])
  }
}

extension String {
  fileprivate func trimmed(of character: Character) -> String {
    String(drop { $0 == character }.reversed().drop { $0 == character }.reversed())
  }
}
