import StatusText
import Testing

@testable import StatusClaims

/// Fields before the first section of a file.
@Suite struct HeadFieldTests {
  private func fields(_ text: String) -> [String] {
    let file = PlanFile(SourceText(path: "spec.md", bytes: Array(text.utf8)), .markdown)
    return HeadField.all(in: file).map { "\($0.name)=\(file.source.text($0.value))" }
  }

  @Test("a field has a name in bold, and one line may hold several")
  func fields() {
    #expect(
      fields("# A\n\n**Status**: Draft\n**Branch**: `main` | **Date**: 2026-01-02\n") == [
        "status=Draft", "branch=main", "date=2026-01-02",
      ])
  }

  @Test("fields of a section do not belong to the file")
  func sections() {
    #expect(fields("# A\n\n**Status**: Draft\n\n## B\n\n**Status**: Done\n") == ["status=Draft"])
  }
}
