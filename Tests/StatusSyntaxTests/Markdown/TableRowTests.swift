import StatusSyntax
import StatusText
import Testing

struct TableRowTests {
  private func kinds(_ text: String) -> [MarkdownOutline.Block.Kind] {
    MarkdownOutline(SourceText(text)).blocks.map(\.kind)
  }

  @Test(
    arguments: [
      "| a | b |\n|---|---|\n", "a | b\n--|--\n", "|a|\n|-|", "a|b\n:-:|-:\n",
      "| a \\| b | c |\n| :--- | ---: |\n| d |\n",
      "|a\n|-\n", "a\n|-|\n", "|a|\n:-\n", "  | a | b |\n   |-|-|\n", "|a||b|\n|-|-|-|\n",
    ])
  func isTable(text: String) {
    #expect(kinds(text) == [.table])
    #expect(kinds("- x\n\n  \(text.replacing("\n", with: "\n  "))") == [.listItem, .paragraph, .table])
  }

  @Test(
    arguments: [
      "| a | b |\n|---|\n", "| a |\n|---|---|\n", "a\n:-\n", "| a |\n| b |\n|---|\n", "| a |\n|-- -|\n",
      "| a |\n| : |\n",
      "| a |\n|:-:-|\n", "|\n|-|\n", "| a |\n|---|-a|\n", "| a |\n|||\n", "| a |\n|\n",
    ])
  func isParagraph(text: String) {
    #expect(kinds(text) == [.paragraph])
  }

  @Test func anUnderlineComesFirst() {
    #expect(kinds("| a |\n---\n") == [.heading])
  }

  @Test func aLazyDelimiterRowMakesNoTable() {
    #expect(kinds("> | a |\n|---|\n") == [.blockQuote, .paragraph])
  }

  @Test func aTableIsOneBlock() throws {
    let source = SourceText("| a |\n|---|\n| **B**: c |\nd\n\ne\n")
    let table = try #require(MarkdownOutline(source).blocks.first)
    #expect(table.startLine == 1)
    #expect(table.endLine == 4)
    #expect(source.text(table.range) == "| a |\n|---|\n| **B**: c |\nd")
  }
}
