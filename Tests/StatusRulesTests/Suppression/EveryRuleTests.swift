import StatusDiagnostics
import StatusModel
import StatusRules
import Testing

/// Every finding that has a place in Markdown can be suppressed there, and only there.
@Suite struct EveryRuleTests {
  private static let names = RuleCatalogue.rules.filter {
    !$0.isFormatRule && $0.descriptor.family != .suppression
  }
  .map(\.descriptor.name)

  /// The tree of the incorrect example of a rule, and a finding of it.
  private struct Example {
    let tree: ExampleTree
    let finding: Finding

    init?(_ name: String) throws {
      let rule = try #require(RuleCatalogue.descriptor(named: name))
      let now = try #require(Timestamp(secondsSince1970: 1_780_000_000))
      tree = try ExampleTree(rule.bad, rule: name, now: now)
      guard rule.bad.earlier.isEmpty, let finding = tree.findings.first else { return nil }
      self.finding = finding
    }

    /// The places of the finding in Markdown.
    var places: [Location] {
      ([finding.location].compactMap { $0 } + finding.related.map(\.location)).filter {
        $0.path.hasSuffix(".md") && tree.tree.files[$0.path]?.isEmpty == false
      }
    }

    /// Where the front matter of the file at `path` ends.
    func frontMatterEnd(in path: String) -> Int {
      let text = String(decoding: tree.tree.files[path] ?? [], as: UTF8.self)
      return text.prefixMatch(of: /---\n(?s:.*?)\n---\n/).map { text[$0.range].utf8.count } ?? 0
    }

    /// Whether the finding still counts, with `line` in the file at `path`, before the line of `offset`.
    func counts(with line: String, in path: String, before offset: Int) throws -> Bool {
      var tree = tree.tree
      var bytes = try #require(tree.files[path])
      let start = bytes[..<offset].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      bytes.insert(contentsOf: Array((line + "\n").utf8), at: start)
      tree.files[path] = bytes
      let inspection = tree.inspection()
      let isFound = inspection.findings.contains { $0.rule == finding.rule }
      let isSetAside = inspection.result().setAside.contains { $0.finding.rule == finding.rule }
      #expect(
        isFound != isSetAside || inspection.findings.count { $0.rule == finding.rule } > 1, "\(finding.rule)")
      return isFound
    }
  }

  @Test(arguments: names)
  func everyRule(name: String) throws {
    guard let example = try Example(name), let place = example.places.first else { return }
    // An example with several findings needs a comment for each.
    guard example.tree.findings.count == 1 else { return }
    let offset = place.range.lower
    let beginning = example.frontMatterEnd(in: place.path)
    // What is found in the front matter, or in the file as a whole, has no line for a comment above it.
    let hasLineAbove = offset > beginning || offset == beginning && !place.range.isEmpty
    for rule in [name, "all"] {
      if hasLineAbove {
        #expect(
          try !example.counts(
            with: "<!-- statuslint-disable-next-line \(rule) -->", in: place.path, before: offset),
          "\(name) at its line")
      }
      #expect(
        try !example.counts(
          with: "<!-- statuslint-disable-file \(rule) -->", in: place.path, before: beginning),
        "\(name) in its file")
    }
    #expect(
      try example.counts(
        with: "<!-- statuslint-disable-next-line all -->\n", in: place.path, before: max(offset, beginning)),
      "\(name) is silenced by a comment two lines above")
    #expect(
      try example.counts(
        with: "<!-- statuslint-disable-file suppression -->", in: place.path, before: beginning),
      "\(name) is silenced by the name of another family")
  }
}
