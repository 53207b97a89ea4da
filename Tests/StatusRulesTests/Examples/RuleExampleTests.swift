import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText
import Testing

/// The examples of every rule are checked: readers of `explain` and of the rule's page see what is true.
@Suite struct RuleExampleTests {
  private static let names = RuleCatalogue.descriptors.map(\.name)
  /// The rules whose incorrect example leaves something for people to decide, though others of their findings have a
  /// fix.
  private static let unfixed: Set = [
    "missing-status", "missing-phase-marker", "duplicate-status", "missing-timestamp", "duplicate-field",
    "untracked-task", "unlisted-task",
  ]

  private func tree(
    _ name: String, _ example: KeyPath<RuleDescriptor, RuleExample>
  ) throws -> (tree: ExampleTree, rule: RuleDescriptor) {
    let rule = try #require(RuleCatalogue.descriptor(named: name))
    let now = try #require(Timestamp(secondsSince1970: 1_780_000_000))
    return (try ExampleTree(rule[keyPath: example], rule: name, now: now), rule)
  }

  @Test("the incorrect example has a finding of its rule at each mark, and no other", arguments: names)
  func incorrect(name: String) throws {
    let (bad, _) = try tree(name, \.bad)
    #expect(!bad.marks.isEmpty, "\(name): the incorrect example marks no place")
    let expected = bad.marks.map { "\(name) at \($0)" }
    #expect(bad.found == expected, "\(name): expected \(expected), found \(bad.findings.map(\.message))")
  }

  @Test("the correct example has no finding", arguments: names)
  func correct(name: String) throws {
    let (good, _) = try tree(name, \.good)
    #expect(good.marks.isEmpty, "\(name): the correct example marks a place")
    #expect(good.found.isEmpty, "\(name): found \(good.findings.map(\.message)) in the correct example")
  }

  @Test("the fix of the incorrect example makes it the correct one", arguments: names)
  func fix(name: String) throws {
    let (bad, rule) = try tree(name, \.bad)
    let fixes = bad.findings.compactMap(\.fix)
    let hasFix = rule.fix != .none && !Self.unfixed.contains(name)
    #expect(fixes.isEmpty != hasFix, "\(name): the fix of the rule is \(rule.fix)")
    guard let fix = fixes.first else { return }
    let fixed = try #require(bad.tree.applying(fix), "\(name): the fix cannot be made")
    let (good, _) = try tree(name, \.good)
    for path in good.tree.files.keys.sorted() {
      let text = fixed.files[path].map { String(decoding: $0, as: UTF8.self) }
      #expect(text == good.tree.files[path].map { String(decoding: $0, as: UTF8.self) }, "\(name), \(path)")
    }
  }

  @Test("marks and findings are told in the same words, wherever they are")
  func places() throws {
    let now = try #require(Timestamp(secondsSince1970: 1_780_000_000))
    let marker = try ExampleTree(
      ["specs/TODO.md": "### «7». Sort the cellar\n- **Status**: [DONE]"], rule: "unknown-marker", now: now)
    #expect(marker.marks == [#"specs/TODO.md:1:5 "7""#])
    #expect(marker.found == [#"unknown-marker at specs/TODO.md:2:15 "[DONE]""#])
    let missing = try ExampleTree(["specs/TODO.md": nil], rule: "unreadable-file", now: now)
    #expect(missing.marks == [#"specs/TODO.md:1:1 """#])
    #expect(missing.found == missing.marks.map { "unreadable-file at \($0)" })
  }

  @Test func marks() {
    let text = MarkedText("a «b»\n«»\\xE9 «\\x41é»")
    #expect(text.bytes == [0x61, 0x20, 0x62, 0x0A, 0xE9, 0x20, 0x41, 0xC3, 0xA9, 0x0A])
    #expect(text.marks == [ByteRange(2, 3), ByteRange(4, 4), ByteRange(6, 9)])
    #expect(MarkedText("").bytes.isEmpty)
  }
}
