import StatusDiagnostics
import StatusModel
import StatusRules

/// `statuslint explain`: one rule in full.
package struct ExplainCommand: Sendable {
  private let common: CommonOptions
  private let rule: String

  /// The explanation of `rule`.
  package init(common: CommonOptions, rule: String) {
    self.common = common
    self.rule = rule
  }

  /// The names of all rules, for completion.
  package static var ruleNames: [String] { RuleCatalogue.descriptors.map(\.name) }

  /// Prints what the rule means, why it matters, how severe it is, and an example.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    guard let descriptor = RuleCatalogue.descriptor(named: rule) else {
      throw .unknownRule(RuleSelection.unknown(rule))
    }
    let console = Console(surroundings: surroundings, common: common)
    try console.print(text(descriptor))
    return .success
  }

  private func text(_ rule: RuleDescriptor) -> String {
    var text =
      "\(rule.name) (\(rule.family.rawValue), since \(rule.since))\n\n\(rule.summary.wrapped(to: 80))\n\n"
      + "\(rule.rationale.wrapped(to: 80))\n"
    text += "\nSeverity: \(rule.severity.name)\(profiles(rule))\nFix: \(fix(rule))\n"
    if !rule.aliases.isEmpty { text += "Formerly: \(rule.aliases.joined(separator: ", "))\n" }
    text += "\nIncorrect:\n\n\(indented(rule.bad))\n\nCorrect:\n\n\(indented(rule.good))"
    return text
  }

  private func profiles(_ rule: RuleDescriptor) -> String {
    Profile.all.flatMap { profile in
      profile.severities.filter { $0.rule == rule.name }.map { own in
        "; \(own.severity)\(own.subject.map { " for a \($0)" } ?? "") in profile \(profile.name)"
      }
    }.joined()
  }

  private func fix(_ rule: RuleDescriptor) -> String {
    switch rule.fix {
    case .safe: "safe: keeps every meaning and guesses nothing"
    case .unsafe: "unsafe: chooses between two claims or adds a fact"
    case .none: "none: only a person knows the right correction"
    }
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }
}
