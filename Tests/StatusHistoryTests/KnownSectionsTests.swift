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

  private func says(_ file: HistoricFile) -> [String] {
    let vocabulary = Profile.opencode.vocabulary
    return file.claims.map { item, claim in
      let status = claim.status.map { vocabulary.value($0) } ?? "-"
      return
        "\(item) \(claim.title.text) \(status) \(claim.started?.timestamp.shown ?? "-") \(claim.plan ?? "-")"
    }.sorted() + [file.fault ?? "readable", "\(file.isMalformed)", "\(file.hiddenTasks.sorted())"]
  }

  private func check(_ text: String, _ known: inout KnownSections) {
    let source = SourceText(path: "specs/TODO.md", bytes: Array(text.utf8))
    let whole = HistoricFile(.taskList, source, .opencode)
    #expect(says(known.file(source)) == says(whole), "\(text.debugDescription)")
  }

  /// Lines that are mostly tasks, as files have them.
  private static func lines(_ count: Int, _ random: inout SplitMix64) -> [String] {
    var lines: [String] = []
    while lines.count < count {
      if Bool.random(using: &random) {
        lines += ["### \(Int.random(in: 1...9, using: &random)). Alpha"] + task.dropFirst()
      } else {
        lines.append(Self.lines.randomElement(using: &random) ?? "")
      }
    }
    return lines
  }

  private static func edit(_ lines: inout [String], _ random: inout SplitMix64) {
    let place = Int.random(in: 0...lines.count, using: &random)
    let end = min(lines.count, place + Int.random(in: 0...4, using: &random))
    let part = Array(lines[place..<end])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lines.removeSubrange(place..<end)
    case 1: lines.insert(contentsOf: Self.lines(1, &random), at: place)
    case 2: lines.replaceSubrange(place..<end, with: Self.lines(1, &random))
    default: lines.insert(contentsOf: part, at: Int.random(in: 0...lines.count, using: &random))
    }
  }

  @Test(arguments: UInt64(0)..<200) func versionsSayTheSameAsFilesReadWhole(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var known = KnownSections(.opencode)
    var lines = Self.lines(Int.random(in: 0...40, using: &random), &random)
    for _ in 0..<20 {
      let ends = ["\n", "\n", "\n", "\r\n", "\r"]
      let mark = Int.random(in: 0..<20, using: &random) == 0 ? "\u{FEFF}" : ""
      check(mark + lines.joined(separator: ends.randomElement(using: &random) ?? "\n"), &known)
      Self.edit(&lines, &random)
    }
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
