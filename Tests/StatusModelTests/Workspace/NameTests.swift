import Testing

@testable import StatusModel

struct NameTests {
  @Test(arguments: [
    ("implementation-003.md", 3), ("02_slug.md", 2), ("a/b/implementation-12.md", 12), ("notes.md", nil),
    ("implementation-x.md", nil), ("02_slug.txt", nil), ("02_.md", nil), ("12345_slug.md", nil),
  ])
  func planFiles(_ path: String, _ version: Int?) {
    #expect(PlanFileName(path: path).version == version)
  }

  @Test(arguments: [
    ("221_slug", 221), ("OC_511_slug", 511), ("1000_x", 1000), ("archive", nil), ("221", nil), ("221_", nil),
    ("_221_x", nil), ("221-x", nil),
  ])
  func directories(_ name: String, _ number: Int?) {
    #expect(ProjectDirectory.parse(name)?.number == number)
  }

  @Test func titlesShareHalfTheirWords() {
    let title = TitleWords("Fix the garden gate")
    #expect(title.mayName(sameAs: TitleWords("fix_garden_gate")))
    #expect(!title.mayName(sameAs: TitleWords("paint_old_fence")))
    #expect(title.mayName(sameAs: TitleWords("")))
  }

  @Test(arguments: [
    ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("", "ab", 2), ("abcdef", "ghi", 3),
  ])
  func distances(_ left: String, _ right: String, _ distance: Int) {
    #expect(EditDistance.between(Array(left.utf8), Array(right.utf8), limit: 3) == distance)
  }
}
