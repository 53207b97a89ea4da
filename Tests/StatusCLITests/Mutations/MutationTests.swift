import StatusDevTools
import StatusDiagnostics
import StatusModel
import StatusRules
import StatusTestTrees
import Testing

/// Each rule finds its mistake in a tree without another one, and no other rule finds anything.
@Suite struct MutationTests {
  @Test(
    "a mistake is found by its rule, and by no unrelated one", arguments: rules, SyntheticProfile.allCases)
  func isFound(rule: String, profile: SyntheticProfile) throws {
    for mutation in Mutation.all where mutation.rule == rule && mutation.profiles.contains(profile) {
      let clean = try CleanTree.tree(profile)
      var tree = clean
      #expect(mutation.edit(&tree), "\(mutation.name): nothing to edit")
      let findings = tree.findings(since: mutation.isCompared ? clean : nil)
      #expect(
        Set(findings.map(\.rule)) == mutation.findingRules(profile),
        "\(mutation.name): \(findings.map { "\($0.rule): \($0.message)" })")
    }
  }

  @Test("every rule has a mutation")
  func hasEveryRule() {
    #expect(Set(Self.rules) == Set(RuleCatalogue.rules.filter { !$0.isFormatRule }.map(\.descriptor.name)))
  }

  /// The rules that have one, in the order of the table.
  private static let rules = Mutation.all.map(\.rule).reduce(into: [String]()) { rules, rule in
    if !rules.contains(rule) { rules.append(rule) }
  }
}

extension Mutation {
  /// At least one for every rule.
  static let all = markers + timestamps + phases + structure + consistency + files + changes
}
