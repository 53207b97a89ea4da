import StatusProperties
import StatusSyntax
import StatusText
import Testing

struct MarkdownBombTests {
  /// Large enough that quadratic time would be minutes.
  @Test(.timeLimit(.minutes(1)), arguments: MarkdownBomb.all)
  func takesLinearTime(bomb: MarkdownBomb) {
    let bytes = bomb.bytes(size: 60_000)
    let source = SourceText(path: "bomb.md", bytes: bytes)
    #expect(MarkdownOutline(source).printed(source) == bytes)
  }

  @Test(arguments: MarkdownBomb.all)
  func keepsTheRules(bomb: MarkdownBomb) {
    #expect(OutlineProperty.violation(bomb.bytes(size: 2_000)) == nil)
  }

  @Test func nestsToTheLimitAndNoDeeper() throws {
    let limit = MarkdownOutline.depthLimit
    let text =
      String(repeating: "> ", count: limit + 10) + "a\n" + String(repeating: ">", count: limit + 10) + "b"
    let source = SourceText(text)
    let blocks = MarkdownOutline(source).blocks
    #expect(blocks.count == limit + 1)
    let paragraph = try #require(blocks.last)
    #expect(paragraph.kind == .paragraph)
    #expect(paragraph.endLine == 2)
    #expect(source.text(paragraph.range).hasPrefix("> > > > > > > > > > a\n"))
  }

  @Test func aDeepListItemIsText() throws {
    let source = SourceText(String(repeating: "- ", count: 1000) + "a")
    let blocks = MarkdownOutline(source).blocks
    #expect(blocks.count == MarkdownOutline.depthLimit + 1)
    #expect(try #require(blocks.last).kind == .paragraph)
  }
}
