import StatusSyntax
import StatusText
import Testing

/// What a tree says of the YAML that task files use.
struct YAMLTreeTests {
  /// The fields of a task, with every style of a value.
  private static let task = """
    ---
    id: TASK-1
    title: >-
      Close the
      valve
    status: 'In Progress'  # by hand: "really"
    assignee:
      - @ada
      - `bob`
    labels: ["a, b", c, {d: e}]
    created_date: '2026-03-02 08:15'
    priority: 3
    parent:
    milestone: ~
    dependencies:
    - TASK-2
    ---## Description
    """

  @Test("reads the front matter of a task")
  func readsFrontMatter() throws {
    let tree = try #require(YAMLTree(frontMatterOf: SourceText(Self.task)))
    #expect(tree.faults == [])
    let root = try #require(tree.root)
    #expect(
      root.entries.map(\.key) == [
        "id", "title", "status", "assignee", "labels", "created_date", "priority", "parent", "milestone",
        "dependencies",
      ])
    #expect(root["title"]?.text == "Close the valve")
    #expect(root["title"]?.style == .folded)
    #expect(root["status"]?.text == "In Progress")
    #expect(root["status"].map { tree.source.text($0.range) } == "'In Progress'")
    #expect(root["status"].map { tree.source.text($0.keyRange) } == "status")
    #expect(root["assignee"]?.elements.map(\.text) == ["@ada", "`bob`"])
    #expect(root["labels"]?.elements.map(\.kind) == [.scalar, .scalar, .map])
    #expect(root["labels"]?.elements.map(\.text) == ["a, b", "c", nil])
    #expect(root["priority"]?.text == "3")
    #expect(root["parent"]?.isNull == true)
    #expect(root["milestone"]?.isNull == true)
    #expect(root["milestone"]?.text == nil)
    #expect(root["dependencies"]?.elements.map(\.text) == ["TASK-2"])
    #expect(root["absent"]?.kind == nil)
  }

  @Test(
    "front matter begins on the first line and ends",
    arguments: ["", "a\n---\nb: c\n---\n", "---\na: b\n", "--- a\n---\n"])
  func hasNoFrontMatter(text: String) {
    #expect(YAMLTree(frontMatterOf: SourceText(text)) == nil)
  }

  @Test("reads a BOM, CR LF and a marker")
  func readsVariants() throws {
    let text = "\u{FEFF}--- # sprint\r\na:\r\n  b: \"c\"\r\n  d: |\r\n    e\r\n    f\r\n...\r\n"
    let tree = YAMLTree(SourceText(text))
    #expect(tree.faults == [])
    #expect(tree.root?["a"]?["b"]?.text == "c")
    #expect(tree.root?["a"]?["d"]?.text == "e\nf\n")
  }

  @Test("keeps a key that occurs twice")
  func keepsDuplicates() throws {
    let tree = YAMLTree(SourceText("a: 1\nb: 2\na: 3\n"))
    #expect(tree.root?.entries.map(\.key) == ["a", "b", "a"])
    #expect(tree.root?["a"]?.text == "3")
  }

  @Test("an empty text has no root and no fault", arguments: ["", "\n\n", "# a\n", "---\n", "\u{FEFF}"])
  func readsNothing(text: String) {
    let tree = YAMLTree(SourceText(text))
    #expect(tree.root?.kind == nil)
    #expect(tree.faults == [])
  }

  /// The reasons in `YAMLFault.Reason`, each with a text whose second line has the fault. The entries `a` and `z` of the
  /// text are read nonetheless.
  private static let refused: [(YAMLFault.Reason, String)] = [
    (.anchor, "b: &x 1"), (.alias, "b: *x"), (.tag, "b: !t 1"), (.mergeKey, "<<: {c: d}"),
    (.explicitKey, "? b"),
    (.secondDocument, "---"), (.tab, "\tb: c"), (.misaligned, "   b: c"),
    (.notAnEntry, "b"), (.listInLine, "- b"), (.longKey, String(repeating: "b", count: 1001) + ": c"),
    (.unclosedQuote, "b: 'it''s"), (.unclosedQuote, "b: \"c\n  d"), (.unclosedBracket, "b: [c,"),
    (.unclosedBracket, "b: {c: d"), (.badEscape, "b: \"\\d\""), (.badEscape, "b: \"\\u12\""),
    (.badBlockHeader, "b: |x"), (.badBlockHeader, "b: >++"), (.badBlockIndent, "b: |\n      \n  c"),
    (.reservedCharacter, "b: %c"), (.reservedCharacter, "b: ]"), (.textAfterValue, "b: {c: d}/e"),
    (.textAfterValue, "b: 'c' d"), (.textAfterValue, "b: [c d: e]"),
    (.noColonInBraces, "b: {project-root}/x"),
    (.colonInText, "b: c: d"), (.listInLine, "b: - c"), (.misaligned, "b:\n    - c\n  - d"),
    (.misaligned, "b:\n  - c\n  d: e"),
    (.invalidCharacter, "b: c\u{01}"), (.tooDeep, "b: " + String(repeating: "[", count: 64)),
  ]

  @Test("refuses with a place and a reason, and reads on", arguments: refused)
  func refuses(reason: YAMLFault.Reason, line: String) throws {
    let source = SourceText("a: 1\n\(line)\nz: 2\n")
    let tree = YAMLTree(source)
    if reason == .secondDocument {
      #expect(tree.faults.map(\.reason) == [.secondDocument])
      return #expect(tree.root?["a"]?.text == "1")
    }
    #expect(tree.faults.map(\.reason) == [reason])
    let fault = try #require(tree.faults.first)
    let index = LineIndex(source)
    #expect((2...4).contains(index.line(at: fault.range.lower)))
    #expect(index.line(at: fault.range.lower) == index.line(at: fault.range.upper))
    #expect(tree.root?["a"]?.text == "1")
    #expect(tree.root?["z"]?.text == "2")
    #expect(tree.root?["b"]?.text == nil)
  }

  @Test("each reason is tried")
  func knowsAllReasons() {
    #expect(Set(Self.refused.map(\.0)) == Set(YAMLFault.Reason.allCases).subtracting([.directive]))
    let tree = YAMLTree(SourceText("%YAML 1.2\n---\na: 1\n"))
    #expect(tree.faults.map(\.reason) == [.directive])
    #expect(tree.root?["a"]?.text == "1")
  }

  @Test("a value that cannot be read leaves its key, and its siblings can be read")
  func leavesTheKey() throws {
    let tree = YAMLTree(SourceText("s:\n  a: {b}/c\n  d: \"e\n  f: 1\ng: 2\n"))
    #expect(tree.faults.map(\.reason) == [.noColonInBraces, .unclosedQuote])
    #expect(tree.root?["s"]?.entries.map(\.key) == ["a", "d", "f"])
    #expect(tree.root?["s"]?.entries.map(\.kind) == [.unreadable, .unreadable, .scalar])
    #expect(tree.root?["g"]?.text == "2")
    #expect(tree.root?["g"]?.replacing(with: "3") == nil)
  }

  @Test("text before the first entry is one fault")
  func readsOnAfterText() {
    let tree = YAMLTree(SourceText("<<<<<<< HEAD\na: 1\nb: 2\n"))
    #expect(tree.faults.map(\.reason) == [.notAnEntry])
    #expect(tree.faults.first?.range == ByteRange(0, 12))
    #expect(tree.root?.entries.map(\.text) == ["1", "2"])
  }

  /// Texts that would take minutes in quadratic time.
  @Test(
    "takes linear time", .timeLimit(.minutes(1)),
    arguments: [
      "a: \"\n", " a: '\n", "[\n", "- ", "- - \"\n", "{a: ", "a: [\n  b,\n", "\"\n", "'\n\"\n", "a\n",
      "a: |\n  b\n", "? ", "a: b\n  c\n",
      "x:\n", " ", "#\n", "\t\n", "a: &b\n", "- a: [\n", "a: \"\\\n",
    ])
  func takesLinearTime(piece: String) {
    let text = String(repeating: piece, count: 400_000 / piece.utf8.count)
    _ = YAMLTree(SourceText(text))
    var deep = ""
    for depth in 0..<600 {
      deep += String(repeating: " ", count: depth) + piece.replacing("\n", with: "") + "\n"
    }
    _ = YAMLTree(SourceText(deep))
  }
}
