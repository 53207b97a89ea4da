import StatusModel
import StatusTestSupport
import StatusText
import Testing

@testable import StatusHistory

/// A TODO.md that is read by its sections says the same as one that is read whole.
struct KnownSectionsTests {
  private static let lines = [
    "# TODO", "## Tasks", "### 1. Alpha", "### 2. Beta [PLANNED]", "## 3. Gamma", "#### 4. Delta",
    "### 1. Alpha again",
    "##### 5. Deep", "### Task 6: Zeta", "### #7. Near", "###8. Line", "### Notes", "  ### 9. Indented",
    "Eta\n===", "Theta\n---",
    "- **Status**: [PLANNED]", "- **Status**: [IMPLEMENTING]", "- **Status**: [COMPLETED", "  closed below]",
    "**Status**: [BLOCKED]",
    "- **Effort**: 2 hours", "- **Task Type**: general", "- **Priority**: High", "- **Started**: 2026-01-01",
    "- **Started**: 2026-02-02",
    "- **Plan**: [01_plan.md](001_alpha/plans/01_plan.md)", "- **Plan**: [02](2/plans/02.md)",
    "* Status: [PARTIAL]", "> - **Status**: [PLANNED]",
    "  - nested", "text", "", "", "", " ", "```", "    code", "~~~", "<!--", "-->", "<div>", "</div>",
    "<pre>", "---", "...", "***",
    "next_project_number: 8", "<<<<<<< a", "=======", "|||||||", ">>>>>>> b", "<<<<<<<< a", "========",
    ">>>>>>>> b", "[a]: b", "| a | b |", "|---|---|",
  ]
  private static let task = ["### 2. Beta", "- **Status**: [PLANNED]", "- **Effort**: 1 hour", ""]

  private func check(_ text: String, _ known: inout KnownSections) {
    let source = SourceText(path: "specs/TODO.md", bytes: Array(text.utf8))
    let whole = HistoricFile(.taskList, source, .opencode)
    #expect(known.file(source).said == whole.said, "\(text.debugDescription)")
  }

  @Test(arguments: UInt64(0)..<100) func versionsSayTheSameAsFilesReadWhole(_ seed: UInt64) {
    var versions = RandomVersions(seed: seed, lines: Self.lines) {
      ["### \(Int.random(in: 1...9, using: &$0)). Alpha"] + Self.task.dropFirst()
    }
    var known = KnownSections(.opencode)
    for _ in 0..<20 { check(versions.next(), &known) }
  }

  /// What would be said if a section were taken for the same in another place.
  @Test(arguments: [
    "# TODO\n\n```\n### 2. Beta\n- **Status**: [PLANNED]\n- **Effort**: 1 hour\n\n```\n",
    "---\n### 2. Beta\n- **Status**: [PLANNED]\n---\n\n### 3. Gamma\n- **Status**: [PLANNED]\n- **Effort**: x\n",
    "### 1. Alpha\n- **Status**: [PLANNED]\n\n<!--\n### 2. Beta\n- **Status**: [PLANNED]\n- **Effort**: 1 hour\n\n-->\n",
    "## 3. Gamma\n- **Status**: [PLANNED]\n- **Effort**: x\n\n### 2. Beta\n- **Status**: [PLANNED]\n- **Effort**: 1 hour\n\n",
    "### 2. Beta\n- **Status**: [PLANNED\n### 3. Gamma]\n- **Status**: [PLANNED]\n",
    "<<<<<<<< a\n### 2. Beta\n- **Status**: [PLANNED]\n\nTitle\n========\n### 3. Gamma\n- **Status**: [PLANNED]\n\n>>>>>>>> b\n",
    "### 2. Beta\n- **Status**: [PLANNED]\n\n<div>\n### 3. Gamma\n- **Status**: [PLANNED]\n- **Effort**: x\n",
  ])
  func aSectionIsNotTheSameEverywhere(_ text: String) {
    var known = KnownSections(.opencode)
    check(
      "# TODO\n\n" + Self.task.joined(separator: "\n") + "\n### 3. Gamma\n- **Status**: [PLANNED]\n\n", &known
    )
    check(text, &known)
    check(text + "\n### 4. Delta\n- **Status**: [PLANNED]\n", &known)
  }
}
