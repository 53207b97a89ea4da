import StatusSyntax
import StatusText
import Testing

/// Where the parts of blocks lie.
struct MarkdownBlockTests {
  @Test func aBlockHas48Bytes() {
    #expect(MemoryLayout<MarkdownOutline.Block>.stride == 48)
  }

  @Test(
    arguments: [
      ("# a b", "a b", 1), ("###  a ##  ", "a", 3), ("## a \\#", "a \\#", 2), ("# a#", "a#", 1), ("#", "", 1),
      ("## ##", "", 2), ("# # #", "#", 1), ("   ###### \ta\t", "a", 6), ("a b \n===", "a b", 1),
      ("a\n  b\n---", "a\n  b", 2),
      ("[x]: /y\n  a\n---", "a", 2),
    ])
  func headingText(source: String, text: String, level: Int) throws {
    let source = SourceText(source + "\n")
    let block = try #require(MarkdownOutline(source).blocks.first)
    #expect(block.kind == .heading)
    #expect(Int(block.level) == level)
    #expect(source.text(block.text) == text)
  }

  @Test func codeHasInfoAndSaysHowItEnds() {
    let source = SourceText("```swift x \na\n```\n\n    b\n\n> ~~~\n> c\n\n```\nd\n")
    let blocks = MarkdownOutline(source).blocks.filter { $0.kind == .code }
    #expect(blocks.map { source.text($0.text) } == ["swift x", "", "", ""])
    #expect(blocks.map(\.isFenced) == [true, false, true, true])
    #expect(blocks.map(\.isUnclosed) == [false, false, true, true])
    #expect(blocks.map(\.startLine) == [1, 5, 7, 10])
    #expect(blocks.map(\.endLine) == [3, 6, 8, 11])
    #expect(blocks.map { source.text($0.range) } == ["```swift x \na\n```", "b", "~~~\n> c", "```\nd"])
  }

  @Test func commentsSayWhetherTheyEnd() {
    let blocks = MarkdownOutline(SourceText("<!-- a -->\n\n<div>\n\n<!--\nb\n")).blocks
    #expect(blocks.map(\.kind) == [.html, .html, .html])
    #expect(blocks.map(\.isUnclosed) == [false, false, true])
    #expect(blocks.map(\.startLine) == [1, 3, 5])
    #expect(blocks.map(\.endLine) == [1, 3, 6])
  }

  @Test func itemsHaveTheirMarkerAndEndWithTheirText() {
    let source = SourceText("- a\n  * b\n\n    c\n\n12) d\n\n+\n")
    let items = MarkdownOutline(source).blocks.filter { $0.kind == .listItem }
    #expect(items.map { source.text($0.marker) } == ["-", "*", "12)", "+"])
    #expect(items.map { source.text($0.range) } == ["- a\n  * b\n\n    c", "* b\n\n    c", "12) d", "+"])
    #expect(items.map(\.parent) == [-1, 0, -1, -1])
    #expect(items.map(\.startLine) == [1, 2, 6, 8])
    #expect(items.map(\.endLine) == [5, 5, 7, 8])
  }

  @Test func aQuoteEndsWithItsLastMarkedLine() {
    let source = SourceText("> a\n>\n\n> b\nc\n")
    let quotes = MarkdownOutline(source).blocks.filter { $0.kind == .blockQuote }
    #expect(quotes.map { source.text($0.range) } == ["> a\n>", "> b\nc"])
    #expect(quotes.map(\.endLine) == [2, 5])
  }

  @Test func containersComeBeforeTheirContent() {
    let outline = MarkdownOutline(SourceText("# a\n> - b\n>\n>   c\n\n***\n"))
    #expect(
      outline.blocks.map(\.kind) == [
        .heading, .blockQuote, .listItem, .paragraph, .paragraph, .thematicBreak,
      ])
    #expect(outline.blocks.map(\.parent) == [-1, -1, 1, 2, 2, -1])
  }

  @Test func definitionsAreNoBlock() {
    let source = SourceText("[a]: b\n[c]: <d> 'e\nf'\n\n[g]: h\ni\n")
    let blocks = MarkdownOutline(source).blocks
    #expect(blocks.map(\.kind) == [.paragraph])
    #expect(blocks.map(\.startLine) == [5])
    #expect(blocks.map(\.endLine) == [6])
  }

  @Test(arguments: ["", "\n", " ", "\r\n\r\n", "\u{FEFF}", "[a]: b\n"])
  func nothingHasNoBlocks(text: String) {
    #expect(MarkdownOutline(SourceText(text)).blocks.isEmpty)
  }

  @Test func lineEndsMakeNoDifference() {
    let text = "# a\n\n- b\n  c\n\n```x\nd\n```\ne\n---\n| f | g |\n|---|---|\n**H**: i\n"
    let blocks = [text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r")].map { text in
      let source = SourceText(text)
      return MarkdownOutline(source).blocks.map { block in
        "\(block.kind) \(block.startLine) \(block.endLine) \(block.parent) \(source.text(block.text))"
      }
    }
    #expect(blocks[0].count > 5)
    #expect(blocks[0] == blocks[1])
    #expect(blocks[0] == blocks[2])
  }
}
