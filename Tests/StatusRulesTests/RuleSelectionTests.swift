import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText
import Testing

@Suite struct RuleSelectionTests {
  private func severity(
    _ selection: RuleSelection, _ rule: String, at path: String? = nil, in profile: Profile = .opencode
  ) throws -> Severity {
    let descriptor = try #require(RuleCatalogue.descriptor(named: rule))
    return selection.severity(of: descriptor, about: .task, in: profile, isInCurrentFile: true, at: path)
  }

  private func choice(_ paths: String..., is choice: RuleChoice) throws -> PathRuleChoice {
    PathRuleChoice(patterns: try paths.map { text in try PathPattern(text) }, choice: choice)
  }

  @Test("what is said of a rule goes before what is said of its family, whatever their order")
  func rulesGoBeforeFamilies() throws {
    for _ in 0..<20 {
      let selection = try RuleSelection([
        RuleChoice(severities: ["markers": .info, "unknown-marker": .error, "all": .warning])
      ])
      #expect(try severity(selection, "unknown-marker") == .error)
      #expect(try severity(selection, "nonstandard-marker") == .info)
      #expect(try severity(selection, "timestamp-order") == .warning)
    }
  }

  @Test("a later choice goes before an earlier one, also with a family over a rule")
  func laterGoesFirst() throws {
    let selection = try RuleSelection([
      RuleChoice(severities: ["unknown-marker": .warning]), RuleChoice(severities: ["markers": .info]),
    ])
    #expect(try severity(selection, "unknown-marker") == .info)
  }

  @Test("a choice that selects begins anew, and shows a rule by name that was off before")
  func selectionBeginsAnew() throws {
    let selection = try RuleSelection([
      RuleChoice(select: ["timestamps"], ignore: ["timestamp-order"], severities: ["unknown-marker": .off]),
      RuleChoice(select: ["unknown-marker", "timestamp-order"]),
    ])
    #expect(try severity(selection, "unknown-marker") == .error)
    #expect(try severity(selection, "timestamp-order") == .error)
    #expect(try severity(selection, "future-timestamp") == .off)
  }

  @Test("in some files more or fewer rules run, and they matter otherwise")
  func pathsDiffer() throws {
    let selection = try RuleSelection(
      [RuleChoice(ignore: ["markers"]), RuleChoice()],
      paths: [
        choice(
          "specs/a/**", is: RuleChoice(ignore: ["timestamps"], severities: ["status-mismatch": .warning])),
        choice("specs/b/**", "specs/c", is: RuleChoice(select: ["unknown-marker", "unlinked-artifact"])),
        choice(
          "specs/a/x", is: RuleChoice(select: ["timestamp-order"], severities: ["status-mismatch": .info])),
      ])
    #expect(try severity(selection, "timestamp-order", at: "specs/TODO.md") == .error)
    #expect(try severity(selection, "timestamp-order", at: "specs/a/y") == .off)
    #expect(try severity(selection, "timestamp-order", at: "specs/a/x") == .error)
    #expect(try severity(selection, "status-mismatch", at: "specs/a/y") == .warning)
    #expect(try severity(selection, "status-mismatch", at: "specs/a/x") == .info)
    #expect(try severity(selection, "unknown-marker", at: "specs/a/y") == .off)
    #expect(try severity(selection, "unknown-marker", at: "specs/c") == .error)
    #expect(try severity(selection, "unlinked-artifact", at: "specs/b/x") == .info)
    #expect(try severity(selection, "unlinked-artifact", at: "specs/a/y") == .off)
    #expect(selection.ignores("timestamp-order", at: "specs/a/y"))
    #expect(!selection.ignores("timestamp-order", at: "specs/a/x"))
    #expect(!selection.ignores("unknown-marker", at: "specs/a/y"))
    for name in ["unknown-marker", "timestamp-order"] {
      let rule = try #require(RuleCatalogue.descriptor(named: name))
      #expect(selection.includes(rule))
      #expect(selection.silentSubjects(of: rule, in: .opencode) == [])
    }
  }

  @Test("the command line goes before what is said of some files")
  func commandLineGoesFirst() throws {
    let paths = try [
      choice("**", is: RuleChoice(select: ["unknown-marker"], severities: ["status-mismatch": .info]))
    ]
    let selected = try RuleSelection([RuleChoice(), RuleChoice(select: ["timestamps"])], paths: paths)
    #expect(try severity(selected, "unknown-marker", at: "x") == .off)
    let ignored = try RuleSelection([RuleChoice(), RuleChoice(ignore: ["markers"])], paths: paths)
    #expect(try severity(ignored, "unknown-marker", at: "x") == .off)
    let severe = try RuleSelection(
      [RuleChoice(), RuleChoice(severities: ["consistency": .error])], paths: paths)
    #expect(try severity(severe, "status-mismatch", at: "x") == .error)
  }

  @Test("a name that is not a rule is refused wherever it is")
  func refusesUnknownNames() {
    #expect(throws: RuleSelection.UnknownName.self) { try RuleSelection([RuleChoice(ignore: ["x"])]) }
    #expect(throws: RuleSelection.UnknownName.self) {
      try RuleSelection([], paths: [choice("a", is: RuleChoice(ignore: ["x"]))])
    }
  }
}
