import StatusReport
import StatusTestSupport
import StatusText
import Testing

struct UnifiedDiffTests {
  private static func diff(
    _ original: String, _ edits: [(Range<Int>, String)], name: String = "specs/TODO.md",
    style: UnifiedDiff.Style = .exact
  ) throws -> String {
    let set = try #require(
      EditSet(edits.map { TextEdit(ByteRange($0.0.lowerBound, $0.0.upperBound), with: $0.1) }))
    let bytes = UnifiedDiff.render(
      name: Array(name.utf8), original: Array(original.utf8), edits: set, style: style)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let head =
    "diff --git a/specs/TODO.md b/specs/TODO.md\n--- a/specs/TODO.md\n+++ b/specs/TODO.md\n"

  private static func lines(_ numbers: ClosedRange<Int>) -> String { numbers.map { "\($0)\n" }.joined() }

  @Test func aChangeWithItsSurroundings() throws {
    // "10" is at offset 18, after nine lines of two bytes.
    let text = Self.lines(1...20)
    #expect(
      try Self.diff(text, [(18..<20, "ten")])
        == Self.head + "@@ -7,7 +7,7 @@\n 7\n 8\n 9\n-10\n+ten\n 11\n 12\n 13\n")
  }

  @Test func changesNearbyShareAHunk() throws {
    let text = Self.lines(1...9)
    #expect(
      try Self.diff(text, [(0..<1, "one"), (14..<14, "x\ny")])
        == Self.head
        + "@@ -1,9 +1,10 @@\n-1\n+one\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n+x\n+y8\n 9\n")
    let far = Self.lines(1...9) + Self.lines(1...9)
    #expect(
      try Self.diff(far, [(0..<2, ""), (34..<35, "nine")])
        == Self.head + "@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n@@ -15,4 +14,4 @@\n 6\n 7\n 8\n-9\n+nine\n")
  }

  @Test func aNewFileComesFromNowhere() throws {
    let set = try #require(EditSet([TextEdit(.zero, with: "a\nb\n")]))
    let bytes = UnifiedDiff.render(name: Array("specs/a b.json".utf8), original: nil, edits: set)
    #expect(
      String(decoding: bytes, as: UTF8.self) == """
        diff --git a/specs/a b.json b/specs/a b.json
        new file mode 100644
        --- /dev/null
        +++ b/specs/a b.json\t
        @@ -0,0 +1,2 @@
        +a
        +b

        """)
  }

  @Test func whatEndsWithoutLineEnd() throws {
    #expect(
      try Self.diff("a\nb", [(3..<3, "\nc\n")])
        == Self.head + "@@ -1,2 +1,3 @@\n a\n-b\n\\ No newline at end of file\n+b\n+c\n")
    #expect(
      try Self.diff("a\nb\n", [(3..<4, "")])
        == Self.head + "@@ -1,2 +1,2 @@\n a\n-b\n+b\n\\ No newline at end of file\n")
    #expect(
      try Self.diff("a\nb", [(0..<1, "x")])
        == Self.head + "@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n")
    #expect(try Self.diff("", [(0..<0, "a\n")]) == Self.head + "@@ -0,0 +1 @@\n+a\n")
    #expect(
      try Self.diff("a", [(0..<1, "")])
        == Self.head + "@@ -1 +0,0 @@\n-a\n\\ No newline at end of file\n")
    #expect(try Self.diff("a\n", [(2..<2, "b\n")]) == Self.head + "@@ -1 +1,2 @@\n a\n+b\n")
  }

  /// Where a line begins or ends is not changed by an edit that ends there.
  @Test func onlyLinesThatDifferAreShown() throws {
    #expect(
      try Self.diff("a\nb\nc\n", [(2..<4, "")]) == Self.head + "@@ -1,3 +1,2 @@\n a\n-b\n c\n")
    #expect(
      try Self.diff("a\nb\nc\n", [(2..<2, "x\n")]) == Self.head + "@@ -1,3 +1,4 @@\n a\n+x\n b\n c\n")
    // Two lines become one.
    #expect(try Self.diff("a\nb\nc\n", [(1..<2, " ")]) == Self.head + "@@ -1,3 +1,2 @@\n-a\n-b\n+a b\n c\n")
    // Nothing at all.
    #expect(try Self.diff("a\nb\n", [(0..<3, "a\nb")]) == "")
    #expect(try Self.diff("a\nb\n", []) == "")
  }

  @Test func carriageReturnsBelongToTheirLines() throws {
    #expect(
      try Self.diff("a\r\nb\r\n", [(3..<4, "c")])
        == Self.head + "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n")
    #expect(
      try Self.diff("a\rb\r", [(2..<3, "c")])
        == Self.head
        + "@@ -1 +1 @@\n-a\rb\r\n\\ No newline at end of file\n+a\rc\r\n\\ No newline at end of file\n")
  }

  @Test(arguments: [
    ("a b.md", "--- a/a b.md\t\n+++ b/a b.md\t\n"), ("\u{E9}.md", #"--- "a/\303\251.md"#),
    ("a\"b\\c\td.md", #"--- "a/a\"b\\c\td.md"#), ("a\nb.md", #"diff --git "a/a\nb.md" "b/a\nb.md"#),
    ("\u{1}\u{7F}.md", #"+++ "b/\001\177.md"#),
  ])
  func namesAreQuotedAsGitDoes(name: String, line: String) throws {
    #expect(try Self.diff("a\n", [(0..<1, "b")], name: name).contains(line))
  }

  @Test func onATerminalNothingIsObeyed() throws {
    let text = "\u{1B}[2Ja\u{9}b\r\n"
    #expect(try Self.diff(text, [(0..<0, "x")]).contains("\u{1B}[2Ja"))
    let shown = try Self.diff(text, [(0..<0, "x")], style: .shown(color: false))
    #expect(shown == Self.head + "@@ -1 +1 @@\n-\\u{1B}[2Ja\tb\\u{D}\n+x\\u{1B}[2Ja\tb\\u{D}\n")
    let colored = try Self.diff(text, [(0..<0, "x")], style: .shown(color: true))
    #expect(colored.contains("\u{1B}[32m+x\\u{1B}[2Ja\tb\\u{D}\u{1B}[0m\n"))
  }

  /// The patch, applied by the simplest reading of the format, gives what the edits give.
  @Test(arguments: 0..<300)
  func anyEdits(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("ab\n\n\n".utf8)
    let original = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      alphabet.randomElement(using: &random) ?? 0
    }
    var edits: [TextEdit] = []
    var offset = 0
    while true {
      let start = offset + Int.random(in: 0...30, using: &random)
      let end = start + Int.random(in: 0...6, using: &random)
      guard end <= original.count else { break }
      let replacement = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0
      }
      edits.append(TextEdit(ByteRange(start, end), replacement: replacement))
      offset = end + 1
    }
    let set = try #require(EditSet(edits))
    let patch = UnifiedDiff.render(name: [0x61], original: original, edits: set)
    #expect(try PatchReader(patch).applied(to: original) == set.applied(to: original))
  }
}
