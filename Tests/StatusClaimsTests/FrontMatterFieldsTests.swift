import StatusText
import Testing

@testable import StatusClaims

/// Front matter, read leniently.
@Suite struct FrontMatterFieldsTests {
  private func fields(_ text: String) -> FrontMatterFields {
    FrontMatterFields(PlanFile(SourceText(path: "plan.md", bytes: Array(text.utf8)), .markdown))
  }

  @Test("a key has the value that is first")
  func first() {
    let fields = fields("---\nphase: 2: beds\nphase: 3\n'plan': \"01\" # the first\nnone: ~\n---\n")
    #expect(fields["phase"]?.text == "2: beds")
    #expect(fields["plan"]?.text == "01")
    #expect(fields["none"] == nil)
    #expect(fields["pla"] == nil)
  }

  @Test("a key below another one is found by both")
  func below() {
    let fields = fields("---\nprogress:\n  percent: 40\nother:\n  percent: 50\npercent: 60\n---\n")
    #expect(fields["progress.percent"]?.text == "40")
    #expect(fields["other.percent"]?.text == "50")
    #expect(fields["percent"]?.text == "60")
    #expect(fields["progress"] == nil)
  }
}
