import StatusModel
import Testing

@Suite struct TaskSectionTests {
  private func section(_ text: String) -> TaskSection? {
    let bytes = Array(text.utf8)
    return MarginHeading(from: 0, in: bytes).flatMap {
      TaskSection($0, in: bytes, vocabulary: Profile.opencode.vocabulary)
    }
  }

  @Test(arguments: [
    "### 7. Alpha\n- **Status**: [PLANNED]\n",
    "## Task 7: Alpha\n\n- **Effort**: 1\n\n### Steps\n\n#### 1. One\n\n```\n  # code\n```\n\n",
    "#### 7. Alpha\r\n- **Status**: [PLANNED]\r\n\r\n",
  ])
  func aTaskWithAllBelowItIsASection(_ text: String) throws {
    let found = try #require(section(text + "## 8. Beta\n"))
    #expect(found.text == Array(text.utf8))
    #expect(found.claims.elements.map(\.item) == [.task(7)])
  }

  @Test(arguments: [
    "## Tasks\n\n### 7. Alpha\n- **Status**: [PLANNED]\n", "### 7. Alpha\n\ntext\n",
    "# 7. Alpha\n- **Status**: [PLANNED]\n",
    "### 7. Alpha\n- **Status**: [PLANNED]\n\n<div>\n", "### 7. Alpha\n- **Status**: [PLANNED]\n\n```\n",
    "### 7. Alpha\n- **Status**: [PLANNED]\n\nTitle\n---\n",
    "### 7. Alpha\n- **Status**: [PLANNED]\n\n=======\n",
  ])
  func whatDependsOnItsPlaceIsNotASection(_ text: String) { #expect(section(text) == nil) }

  @Test func whatGoesOnBelowIsNotTheSame() throws {
    let open = "### 7. Alpha\n- **Status**: [PLANNED\n"
    let unclosed = try #require(section(open))
    let closed = try #require(section(open + "\n"))
    func isAt(_ section: TaskSection, _ text: String) -> Bool { section.isAt(0, in: Array(text.utf8)) }
    #expect(isAt(unclosed, open) && !isAt(unclosed, open + "### 8. Beta\n"))
    #expect(isAt(closed, open + "\n## 8. Beta\n") && !isAt(closed, open + "\n#### 1. Step\n"))
    #expect(!isAt(closed, open + "\n text\n"))
  }
}
