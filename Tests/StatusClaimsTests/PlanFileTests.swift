import StatusText
import Testing

@testable import StatusClaims

/// How files are read for a format.
@Suite struct PlanFileTests {
  private func file(_ text: String, _ reading: PlanFile.Reading) -> PlanFile {
    PlanFile(SourceText(path: "plan.md", bytes: Array(text.utf8)), reading)
  }

  @Test("the tasks are the same whether they were asked for at first or later")
  func checklist() {
    let dialect = CheckboxDialect(ids: .dotted)
    let text = "---\nstatus: done\n---\n- [ ] 1.1 a\n"
    let (early, late) = (file(text, .tasks(dialect)), file(text, .markdown))
    #expect(early.checklist(dialect)?.boxes.map(\.range) == late.checklist(dialect)?.boxes.map(\.range))
    #expect(early.yaml?.root?["status"]?.text == "done")
    #expect(file("{}", .json).checklist(dialect) == nil)
  }

  @Test("a conflict begins a line")
  func conflict() {
    #expect(file("a\n<<<<<<< HEAD\n", .text).hasConflict)
    #expect(!file("a <<<<<<< HEAD\n<<<<<<<\n", .text).hasConflict)
  }

  @Test("a fence around the whole file is not a fence")
  func wrapped() {
    let dialect = CheckboxDialect(ids: .dotted)
    #expect(file("```markdown\n- [ ] a\n```\n", .tasks(dialect)).checklist(dialect)?.boxes.count == 1)
    #expect(file("---\nnot a field\n---\n- [ ] a\n", .tasks(dialect)).checklist(dialect)?.boxes.count == 1)
  }

  @Test("what is not JSON is not readable")
  func readable() {
    #expect(!file("{", .json).isReadable)
    #expect(file("{}", .json).isReadable)
    #expect(file("{", .markdown).isReadable)
  }
}
