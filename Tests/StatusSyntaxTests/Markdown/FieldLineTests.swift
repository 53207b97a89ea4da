import StatusSyntax
import StatusText
import Testing

struct FieldLineTests {
  /// The fields of a text: name, value, line, and the line of the container they are in, or 0.
  private func fields(_ text: String) -> [[String]] {
    let source = SourceText(text)
    let blocks = MarkdownOutline(source).blocks
    return blocks.filter { $0.kind == .field }.map { field in
      let container = field.parent < 0 ? 0 : blocks[Int(field.parent)].startLine
      return [source.text(field.text), source.text(field.value), "\(field.startLine)", "\(container)"]
    }
  }

  @Test(
    arguments: [
      ("**Status**: [X]", "Status", "[X]"), ("**Status:** [X]", "Status", "[X]"),
      ("**Status**:[X]  ", "Status", "[X]"),
      ("**Status:**[X]", "Status", "[X]"), ("**Status**:", "Status", ""), ("**Status:**", "Status", ""),
      ("   **Last Updated:**\t2025 \t", "Last Updated", "2025"), ("**A** (b):  c", "A", "c"),
      ("**A**(b (c)): d", "A", "d"),
      ("**A: B**: c", "A: B", "c"), ("**A :** b", "A", "b"), ("**A (b)**: c", "A (b)", "c"),
      ("**\u{E9}**: \u{E9}", "\u{E9}", "\u{E9}"),
      ("**A**: **B**: c", "A", "**B**: c"), ("**A**:: b", "A", ": b"),
    ])
  func isField(line: String, name: String, value: String) {
    #expect(fields(line) == [[name, value, "1", "0"]])
    #expect(fields("- \(line)\n") == [[name, value, "1", "1"]])
    #expect(fields("text\n\(line)\r\nmore") == [[name, value, "2", "0"]])
  }

  @Test(
    arguments: [
      "**Status**", "**Status** [X]", "**Status", "Status: [X]", "*Status*: x", "****: x", "**:** x",
      "** Status**: x",
      "**Sta*tus**: x", "***Status***: x", "**Status** : x", "**Status** (a: x",
      "**Status** (a) b: x",
      "\u{2705} **Status**: x", "[ ] **Status**: x", "`**Status**: x`", "**", "***", "**a",
      "**a*: b",
    ])
  func isNoField(line: String) {
    #expect(fields(line) == [])
  }

  @Test(arguments: [
    "__Status__: x", "**Status **: x", "**Status: **x", "**Status**\u{FF1A}x", "**Status\u{FF1A}** x",
    "-\u{A0}**Status**: x", "__Status:__ x",
  ])
  func isAFieldThatIsMeant(line: String) {
    #expect(fields(line).map { Array($0.prefix(2)) } == [["Status", "x"]])
  }

  @Test func aNameHasAtMost80Bytes() {
    let name = String(repeating: "n", count: 80)
    #expect(fields("**\(name)**: v").first?.first == name)
    #expect(fields("**\(name):** v").first?.first == name)
    #expect(fields("**\(name)n**: v") == [])
    #expect(fields("**\(name)n:** v") == [])
  }

  @Test func linesOfOneParagraphAreFieldsEach() {
    #expect(
      fields("**A**: 1\n**B**: 2\ntext **C**: 3\n  **D**: 4\n") == [
        ["A", "1", "1", "0"], ["B", "2", "2", "0"], ["D", "4", "4", "0"],
      ])
  }

  @Test func aLazyLineIsInTheContainerWhosePrefixItHas() {
    let text = "- **A**: 1\n**B**: 2\n **C**: 3\n  **D**: 4\n  - e\n  **F**: 5\n    **G**: 6\n"
    #expect(
      fields(text) == [
        ["A", "1", "1", "1"], ["B", "2", "2", "0"], ["C", "3", "3", "0"], ["D", "4", "4", "1"],
        ["F", "5", "6", "1"],
        ["G", "6", "7", "5"],
      ])
  }

  @Test func fieldsInAQuoteBelongToIt() {
    #expect(fields("> **A**: 1\n") == [["A", "1", "1", "1"]])
  }

  @Test(
    arguments: [
      "```\n**A**: 1\n```\n", "    **A**: 1\n", "<!--\n**A**: 1\n-->\n", "<div>\n**A**: 1\n</div>\n",
      "**A**: 1\n===\n",
      "# **A**: 1\n", "| a |\n|---|\n**A**: 1\n", "**A**: | b\n---|---\n", "[a]: b '\n**A**: 1\n'\n",
      "---\n**A**: 1\n---\n",
    ])
  func otherBlocksHaveNoFields(text: String) {
    #expect(fields(text) == [])
  }

  @Test func fieldsAfterDefinitionsStay() {
    #expect(fields("[a]: b '\n**A**: 1\n'\n**B**: 2\n") == [["B", "2", "4", "0"]])
    #expect(fields("[a]: b c\n**A**: 1\n") == [["A", "1", "2", "0"]])
  }

  @Test func aFieldFollowsItsParagraph() {
    let blocks = MarkdownOutline(SourceText("- **A**: 1\n- **B**: 2\n")).blocks
    #expect(blocks.map(\.kind) == [.listItem, .paragraph, .field, .listItem, .paragraph, .field])
    #expect(blocks.map(\.parent) == [-1, 0, 0, -1, 3, 3])
  }
}
