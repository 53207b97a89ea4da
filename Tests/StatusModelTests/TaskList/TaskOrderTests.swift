import StatusSyntax
import StatusText
import Testing

@testable import StatusModel

struct TaskOrderTests {
  private func order(_ lines: String) -> [TaskOrderItem] {
    let source = SourceText(
      path: "specs/TODO.md", "# TODO\n\n## Task Order\n\n\(lines)\n\n## Tasks\n\n7 [PLANNED]\n")
    let parser = TaskListParser(source, MarkdownOutline(source), vocabulary: Profile.claude.vocabulary)
    return parser.parse().order
  }

  @Test(arguments: [
    "7 [PLANNED] - Dig", "  \u{2514}\u{2500} 7 [PLANNED] \u{2014} Dig", "- **7** Dig [PLANNED]",
    "- #7: [PLANNED] Dig",
    "* Task 7 [PLANNED]", "1. **7** Dig [PLANNED] (soon)", "- [ ] 7 Dig [PLANNED]", "- [7](#7) Dig [PLANNED]",
    "Wave 1: 7 [PLANNED]", "**7**: [Planned] Dig", "7 [PLANNED], then the rest",
    "| Task | Status |\n|-|-|\n| 7 | PLANNED |", "`7` Dig [PLANNED]", "OC_7 Dig [PLANNED]", "7 Dig (PLANNED)",
    "7 Dig \u{2014} PLANNED", "7 \\[PLANNED\\] Dig", "7 Dig \\[PLANNED\\]",
    "| # | Title | State |\n|-|-|-|\n| **7** | Dig | [PLANNED] |",
    "| Wave | Task |\n|-|-|\n| 1 | 7 [PLANNED] |", "7 PLANNED", "- 7: PLANNED", "- **7** (PLANNED) - Dig",
    "7 \u{3010}PLANNED\u{3011} Dig", "- 7 ~~[BLOCKED]~~ [PLANNED]", "~~7~~ [PLANNED]",
  ])
  func oneClaim(_ line: String) {
    #expect(order(line).map(\.number) == [7])
    #expect(order(line).map(\.marker.status) == [.planned])
  }

  @Test(arguments: ["7, 8 [PLANNED]", "7 and 8 [PLANNED]", "- 7 - 8 [PLANNED]", "7 & #8: Dig [PLANNED]"])
  func oneMarkerForSeveral(_ line: String) {
    #expect(order(line).map(\.isShared) == [true])
  }

  @Test(arguments: [
    "7. Dig [PLANNED]", "- 7. Dig [PLANNED]", "* 7. **Dig** [PLANNED]", "7) Dig (PLANNED)",
    "7. [PLANNED] Dig",
  ])
  func numberOfAListItem(_ line: String) {
    let text = "# TODO\n\n### Task Order\n\n\(line)\n\n## Tasks\n\n### 7. Dig\n- **Status**: [PLANNED]\n"
    let source = SourceText(path: "specs/TODO.md", text)
    let parser = TaskListParser(source, MarkdownOutline(source), vocabulary: Profile.claude.vocabulary)
    #expect(parser.parse().order.map(\.number) == [7])
    // Another title: the number is only a place in the list.
    #expect(order("7. Rest [PLANNED]").isEmpty && order("7. [PLANNED] Rest").isEmpty)
  }

  @Test func severalOnALine() {
    let items = order("**Wave 1**: 7 [PLANNED], 8 [BLOCKED] \u{2192} 9 [COMPLETED]; #10 [PARTIAL]")
    #expect(items.map(\.number) == [7, 8, 9, 10])
    #expect(items.map(\.marker.status) == [.planned, .blocked, .completed, .partial])
  }

  @Test(arguments: [
    "7 - Dig", "7 [--hard leg] - Dig", "1. then 7 and 8", "| Wave | Tasks |\n|-|-|\n| 1 | 7 |",
    "```\n7 [PLANNED]\n```",
    "> 7 [PLANNED]", "`7 [PLANNED]`", "2026-01-07 [PLANNED]", "7.5 [PLANNED]", "7 [plan it first]",
    "Phase 7 [PLANNED]", "7 COMPLETED, 3 BLOCKED", "7 BLOCKED by 8", "7 Planned drawings", "7 days PLANNED",
    "| Wave | Tasks | Status |\n|-|-|-|\n| 7 | 8, 9 | [PLANNED] |",
  ])
  func noClaim(_ line: String) {
    #expect(order(line).isEmpty)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["7 [", "|", "7](", ",7 [PLANNED", "[", "- 7 [PLANNED] ", "\u{2514}7"])
  func longLinesTakeNoLonger(_ part: String) {
    let short = order(String(repeating: part, count: 1000))
    let long = order(String(repeating: part, count: 100_000))
    #expect(long.count == 100 * short.count)
    #expect(short.isEmpty == !part.contains("[PLANNED"))
  }
}
