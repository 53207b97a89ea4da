import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestTrees
import Testing

/// Which places a comment that suppresses findings is about.
@Suite struct SuppressionScopeTests {
  /// The lines of TODO.md with a finding that counts, and with one that is suppressed. `X` stands for a status that is
  /// not one.
  private func lines(_ text: String) throws -> (found: [Int], suppressed: [Int]) {
    let todo = text.replacing("X", with: Self.status)
    let result = try result(todo)
    func line(_ finding: Finding) -> Int {
      todo.utf8.prefix(finding.location?.range.lower ?? 0).count { $0 == UInt8(ascii: "\n") } + 1
    }
    return (result.findings.map(line), result.setAside.map { line($0.finding) })
  }

  private static let status = "- **Status**: [NONSENSE]"

  /// What is found in a TODO.md.
  private func result(_ todo: String) throws -> CheckResult {
    let now = try #require(Timestamp(secondsSince1970: 1_780_000_000))
    var tree = MemoryTree(
      files: [
        "specs/TODO.md": Array(todo.utf8), "specs/state.json": Array(#"{"active_projects": []}"#.utf8),
      ],
      now: now)
    tree.selection = try RuleSelection([RuleChoice(select: ["unknown-marker"])])
    return tree.inspection().result()
  }

  @Test(
    "findings outside of the scope are never suppressed, and all within it are",
    arguments: [
      // The rest of a section, with its subsections.
      ("### 1. A\nX\n<!-- statuslint-disable all -->\n#### B\n\n### 2. C\nX\n", [2, 7], []),
      ("### 1. A\n<!-- statuslint-disable all -->\nX\n\n### 2. C\nX\n", [6], [3]),
      (
        "## T\n<!-- statuslint-disable all -->\n\n### 1. A\nX\n\n### 2. B\nX\n\n## U\n\n### 3. C\nX\n", [13],
        [5, 8]
      ),
      ("# T\n<!-- statuslint-disable all -->\n\n## U\n\n### 3. C\nX\n\nV\n=\n\n### 4. C\nX\n", [13], [7]),
      ("<!-- statuslint-disable all -->\n\n# T\n\n### 3. C\nX\n\n# V\n\n### 4. C\nX\n", [], [6, 11]),
      ("### 1. A <!-- statuslint-disable all -->\nX\n\n### 2. B\nX\n", [5], [2]),
      // A heading in a quote or a list does not begin a section.
      ("## T\n<!-- statuslint-disable all -->\n\n> ## Q\n\n### 1. A\nX\n", [], [7]),
      // enable
      (
        "## T\n<!-- statuslint-disable all -->\n\n### 1. A\nX\n<!-- statuslint-enable -->\n\n### 2. B\nX\n",
        [9], [5]
      ),
      (
        "## T\n<!-- statuslint-disable markers -->\n\n### 1. A\nX\n<!-- statuslint-enable unknown-marker -->\n\n### 2. B\nX\n",
        [9], [5]
      ),
      (
        "## T\n<!-- statuslint-disable all -->\n\n### 1. A\nX\n<!-- statuslint-enable timestamps -->\n\n### 2. B\nX\n",
        [], [5, 9]
      ),
      (
        "## T\n<!-- statuslint-enable -->\n<!-- statuslint-disable unknown-marker -->\n\n### 1. A\nX\n", [],
        [6]
      ),
      // The next line
      ("### 1. A\n<!-- statuslint-disable-next-line unknown-marker -->\nX\n\n### 2. B\nX\n", [6], [3]),
      ("### 1. A\nX\n<!-- statuslint-disable-next-line unknown-marker -->\n\n### 2. B\nX\n", [2, 6], []),
      ("### 1. A\n<!-- statuslint-disable-next-line unknown-marker -->\n\nX\n", [4], []),
      ("### 1. A <!-- statuslint-disable-next-line unknown-marker -->\nX\n", [], [2]),
      ("### 1. A\n<!-- statuslint-disable-next-line\n  unknown-marker\n  -- two\n  lines -->\nX", [], [6]),
      // The file
      ("### 1. A\nX\n<!-- statuslint-disable-file unknown-marker -->\n\n### 2. B\nX\n", [], [2, 6]),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n\n<!-- statuslint-disable-file unknown-marker -->\n\n### 2. B\nX\n", [], [13]
      ),
      (
        "1\n2\n3\n4\n5\n6\n7\n8\n9\n\n<!-- statuslint-disable-file unknown-marker -->\n\n### 2. B\nX\n", [14],
        []
      ),
      // Several rules, several comments
      ("### 1. A\n<!-- statuslint-disable all --><!-- statuslint-enable -->\nX\n", [3], []),
      (
        "### 1. A\n<!-- statuslint-disable-next-line artifacts --> <!-- statuslint-disable-next-line markers -->\nX\n",
        [], [3]
      ),
      ("### 1. A\n<!-- statuslint-disable artifacts, markers -->\nX\n", [], [3]),
      ("### 1. A\n<!-- statuslint-disable artifacts markers -->\nX\n", [3], []),
      ("### 1. A\n<!-- statuslint-disable timestamps -->\nX\n", [3], []),
      ("### 1. A\n<!-- statuslint-disable Unknown-Marker -->\nX\n", [3], []),
    ])
  func scope(text: String, found: [Int], suppressed: [Int]) throws {
    for end in ["\n", "\r\n"] {
      let lines = try lines(text.replacing("\n", with: end))
      #expect(lines.found == found && lines.suppressed == suppressed, "\(text): \(lines)")
    }
  }

  /// Only a comment of Markdown is one.
  @Test(arguments: [
    ("```\n<!-- statuslint-disable all -->\n```\n", false),
    ("    <!-- statuslint-disable all -->\n", false),
    ("`<!-- statuslint-disable all -->`\n", false),
    ("``a ` <!-- statuslint-disable all -->``\n", false),
    ("\\<!-- statuslint-disable all -->\n", false),
    ("<!-- see <!-- statuslint-disable all -->\n", false),
    ("<pre>\n<!-- statuslint-disable all -->\n</pre>\n", false),
    ("text <!-- statuslint-disable all\n\nmore -->\n", false),
    ("<!-- statuslint disable all -->\n", false),
    ("text <!-- statuslint-disable all -->\n", true),
    ("`a` <!-- statuslint-disable all -->\n", true),
    ("`a <!-- statuslint-disable all -->\n", true),
    ("<!-- a --><!-- statuslint-disable all -->\n", true),
    ("> <!-- statuslint-disable all -->\n", true),
    ("- a\n  <!-- statuslint-disable all -->\n", true),
    ("| a |\n|---|\n| <!-- statuslint-disable all --> |\n", true),
    ("<div>\n<!-- statuslint-disable all -->\n</div>\n", true),
    ("<!--statuslint-disable all-->\n", true),
    ("text\n<!--\nstatuslint-disable\nall\n-->\n", true),
  ])
  func places(text: String, counts: Bool) throws {
    let lines = try lines("## T\n\n\(text)\n### 1. A\nX\n")
    #expect(lines.suppressed.isEmpty != counts && lines.found.isEmpty == counts, "\(text): \(lines)")
  }

  @Test("many comments and findings take linear time")
  func hostile() throws {
    let comments = String(
      repeating: "<!-- statuslint-disable all --><!-- statuslint-enable -->\n", count: 4000)
    let tasks = (1...2000).map { "### \($0). A\n\(Self.status)\n" }.joined()
    let start = ContinuousClock.now
    let found = try result("## T\n" + comments + tasks).findings
    #expect(found.count == 2000)
    let unclosed = try result(String(repeating: "`<!-- statuslint-a", count: 20_000)).findings
    #expect(unclosed.isEmpty)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
