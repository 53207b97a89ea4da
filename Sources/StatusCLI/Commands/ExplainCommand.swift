import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText

/// `statuslint explain`: one rule in full, or the rules of a family.
package struct ExplainCommand: Command {
  package static let name = "explain"
  package static let argumentCounts = 1...1
  package static var options: [CommandOption<ExplainCommand>] { outputOptions + [profileOption] }

  package var common = CommonOptions()
  private let rule: String

  /// The explanation of a rule or a family.
  package init(arguments: [String]) { rule = arguments[0] }

  /// Prints what the rule means, why it matters, how severe it is, and an example.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let profile = try common.requestedProfile()
    if rule == "all" {
      var rules = RulesCommand()
      rules.common = common
      return try rules.run(in: surroundings)
    }
    if let family = RuleFamily(rawValue: rule) {
      try console.print(list(family, profile))
      return .success
    }
    guard let descriptor = RuleCatalogue.descriptor(named: rule) else {
      throw .unknownRule(RuleSelection.unknown(rule))
    }
    try console.print(text(descriptor, profile, try RuleFormats(common, in: surroundings)))
    return .success
  }

  private func list(_ family: RuleFamily, _ profile: Profile?) -> Message {
    let rules = RuleCatalogue.descriptors.filter { $0.family == family }
    let lines = rules.map(RuleTable(rules, profile).line).joined()
    return
      "The rules of the family \(family.rawValue):\n\n\(lines)\n`statuslint explain RULE` explains one of them."
  }

  private func text(_ rule: RuleDescriptor, _ profile: Profile?, _ formats: RuleFormats) -> Message {
    var text: Message =
      "\(rule.name) (\(rule.family.rawValue), since \(rule.since))\n\n\(raw: rule.summary.wrapped(to: 80))\n\n"
    text += "\(raw: rule.rationale.wrapped(to: 80))\n"
    text += "\nSeverity: \(rule.severity(in: profile).name)\(profiles(rule, profile))\nFix: \(fix(rule))\n"
    text += "Formats: \(formats.names(of: rule.name).joined(separator: ", "))\n"
    if !rule.aliases.isEmpty { text += "Formerly: \(rule.aliases.joined(separator: ", "))\n" }
    let advice = RuleAdvice(rule)
    let output = ExampleOutput(rule).text(of: rule.bad) ?? ""
    return text
      + """

      Incorrect:

      \(raw: shown(rule.bad))

      The output of check:

      \(raw: indented(output))

      Correct:

      \(raw: shown(rule.good))

      In statuslint.json, one of:

      \(raw: indented(advice.settings.joined(separator: "\n")))
      """ + suppression(advice)
  }

  /// How the profiles differ: all of them, or what one says of some of the findings.
  private func profiles(_ rule: RuleDescriptor, _ requested: Profile?) -> String {
    Profile.all.filter { requested == nil || $0.name == requested?.name }.flatMap { profile in
      profile.severities.filter { $0.rule == rule.name && (requested == nil || $0.subject != nil) }.map {
        own in
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

  /// How one finding is suppressed.
  private func suppression(_ advice: RuleAdvice) -> Message {
    guard let comment = advice.comment else { return "" }
    return "\n\nTo suppress \(comment.effect), write \(comment.place):\n\n    \(comment.text)"
  }

  /// The files of an example, each below its path.
  private func shown(_ example: RuleExample) -> String {
    (example.earlier + example.files).map { file in
      let title = "  \(file.path)\(file.remark.map { " (\($0))" } ?? "")"
      return file.text.isEmpty ? title : "\(title):\n\(indented(file.text))"
    }.joined(separator: "\n\n")
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty ? "" : "    \($0)" }
      .joined(separator: "\n")
  }
}
