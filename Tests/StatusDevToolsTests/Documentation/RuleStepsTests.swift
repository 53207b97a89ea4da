import Glibc
import StatusCLI
import StatusDevTools
import StatusDiagnostics
import StatusRules
import StatusTestSupport
import Testing

/// The steps of CONTRIBUTING by which a rule is added: none of them can be forgotten.
struct RuleStepsTests {
  @Test("names are in kebab case, and no rule has one of another, of a family, or `all`")
  func names() {
    var taken = Set(RuleFamily.allCases.map(\.rawValue) + ["all"])
    for rule in RuleCatalogue.descriptors {
      for name in [rule.name] + rule.aliases {
        #expect(name.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil, "\(name) is not in kebab case")
        #expect(taken.insert(name).inserted, "\(name) stands for something already")
      }
    }
  }

  @Test("every rule is written in the file that is named after it, in its family")
  func files() {
    let missing = RuleCatalogue.rules.map { RuleSourcePath.path(of: $0.rule) }.filter { !Self.exists($0) }
    #expect(missing.isEmpty, "not there: \(missing.joined(separator: ", "))")
  }

  @Test("every rule says what it finds and why that matters")
  func descriptions() {
    for rule in RuleCatalogue.descriptors {
      #expect(rule.summary.hasSuffix(".") && !rule.summary.contains("\n"), "\(rule.name): a sentence, please")
      #expect(rule.rationale.hasSuffix("."), "\(rule.name) does not say why it matters")
    }
  }

  @Test("the catalogue is in the order of the families")
  func order() {
    let families = RuleCatalogue.descriptors.map(\.family)
    let ranks = families.map { RuleFamily.allCases.firstIndex(of: $0) ?? 0 }
    #expect(ranks == ranks.sorted())
  }

  @Test("every rule has a case that it finds something in, and one that it finds nothing in")
  func corpus() throws {
    var missing: [String] = []
    for scoped in RuleCatalogue.rules {
      // A case of the corpus is a single tree, so rules that compare two trees are tested elsewhere.
      if case .change = scoped { continue }
      let rule = scoped.descriptor
      let directory = scoped.isFormatRule ? "Corpus/formats" : "Corpus/rules/\(rule.name)"
      let cases =
        try Self.exists(directory)
        ? CorpusCase.directories(beneath: ["\(Project.directory)/\(directory)"]) : []
      let found = try cases.map {
        try CorpusCase(directory: $0).expected.contains { $0.hasSuffix("[\(rule.name)]") }
      }
      if !found.contains(true) { missing.append("\(directory): no case with a finding of the rule") }
      if !found.contains(false) { missing.append("\(directory): no case without one") }
    }
    #expect(missing.isEmpty, "\(missing.joined(separator: "\n"))")
  }

  @Test("every directory of Corpus/rules/ is a rule's")
  func corpusNames() throws {
    let known = Set(RuleCatalogue.descriptors.map(\.name))
    let cases = try CorpusCase.directories(beneath: ["\(Project.directory)/Corpus/rules"])
    let strangers = try cases.map { try CorpusCase(directory: $0) }.filter { !known.contains($0.rule ?? "") }
    #expect(strangers.map(\.directory) == [])
  }

  private static func exists(_ path: String) -> Bool { access("\(Project.directory)/\(path)", F_OK) == 0 }
}
