import StatusSyntax
import StatusText
import Testing

@testable import StatusClaims

/// Numbers of tasks in the text of a list of tasks.
@Suite struct CountClaimTests {
  private func claims(_ text: String) -> [[String?]] {
    let source = SourceText(path: "tasks.md", bytes: Array(text.utf8))
    let outline = MarkdownOutline(source)
    let list = Checklist(source, outline, CheckboxDialect(ids: .dotted))
    return CountClaim.all(in: list, outline).map { claim in
      [claim.done, claim.total, claim.percent].map { $0.map(source.text) }
    }
  }

  @Test(
    "a line names a total, or how many are done",
    arguments: [
      ("**Total Tasks**: 65", [nil, "65", nil]), ("Total: 12 tasks", [nil, "12", nil]),
      ("**Progress**: 53/65 tasks complete", ["53", "65", nil]),
      ("- Progress: 5/10 tasks (50%)", ["5", "10", "50"]),
    ] as [(String, [String?])])
  func line(text: String, expected: [String?]) {
    #expect(claims(text) == [expected])
  }

  @Test(
    "other numbers are not numbers of tasks",
    arguments: [
      "Total: 12", "Total tasks: 10-12", "Total Tasks: 12 hours", "Progress: 50%", "Progress: 5/10",
      "Totally 12 tasks", "> Total Tasks: 12", "```\nTotal Tasks: 12\n```", "Total Tasks: 1234567",
    ])
  func other(text: String) {
    #expect(claims(text).isEmpty)
  }

  @Test("a table of tasks names a total, a table of stories does not")
  func table() {
    #expect(claims("| Phase | Tasks |\n|---|---|\n| A | 3 |\n| **Total** | **3** |\n") == [[nil, "3", nil]])
    #expect(claims("| Story | Tasks |\n|---|---|\n| A | 3 |\n| Total | 3 |\n").isEmpty)
  }
}
