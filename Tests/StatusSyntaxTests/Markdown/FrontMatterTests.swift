import StatusSyntax
import StatusText
import Testing

struct FrontMatterTests {
  @Test(
    arguments: [
      ("---\na: b\n---\n# c\n", "---\na: b\n---", 3), ("---\na: b\n...\n# c\n", "---\na: b\n...", 3),
      ("---\n---\n# c\n", "---\n---", 2), ("---  \na\n--- \t\n# c\n", "---  \na\n--- \t", 3),
      ("\u{FEFF}---\na\n---\n# c", "---\na\n---", 3), ("---\r\na\r\n---\r\n# c", "---\r\na\r\n---", 3),
      ("---\ra\r---\r# c", "---\ra\r---", 3), ("---\n# a\n```\n---\n# c", "---\n# a\n```\n---", 4),
      ("---\n ---\n----\n---\n# c", "---\n ---\n----\n---", 4),
    ])
  func isFirstBlock(text: String, frontMatter: String, endLine: Int) {
    let source = SourceText(text)
    let blocks = MarkdownOutline(source).blocks
    #expect(blocks.map(\.kind) == [.frontMatter, .heading])
    #expect(blocks.first.map { source.text($0.range) } == frontMatter)
    #expect(blocks.first?.startLine == 1)
    #expect(blocks.map { Int($0.endLine) } == [endLine, endLine + 1])
  }

  @Test func mayBeTheWholeFile() {
    #expect(MarkdownOutline(SourceText("---\na\n---")).blocks.map(\.kind) == [.frontMatter])
  }

  @Test(
    arguments: [
      ("---\na: b\n# c\n", [.thematicBreak, .paragraph, .heading]),
      ("\n---\na\n---\n", [.thematicBreak, .heading]),
      (" ---\na\n---\n", [.thematicBreak, .heading]), ("----\na\n---\n", [.thematicBreak, .heading]),
      ("---", [.thematicBreak]), ("--- a\n---\n", [.heading]),
    ] as [(String, [MarkdownOutline.Block.Kind])])
  func isNotThere(text: String, kinds: [MarkdownOutline.Block.Kind]) {
    #expect(MarkdownOutline(SourceText(text)).blocks.map(\.kind) == kinds)
  }
}
