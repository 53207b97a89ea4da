import StatusDiagnostics
import StatusModel
import StatusReport
import StatusRules
import StatusText

/// `statuslint rules`: the catalogue.
package struct RulesCommand: ListingCommand {
  package static let name = "rules"
  package static let argumentCounts = 0...0
  package static var options: [CommandOption<RulesCommand>] {
    outputOptions + [profileOption, formatOption]
  }

  package var common = CommonOptions()
  var format = ListFormat.usual

  /// The catalogue, which takes no arguments.
  package init(arguments: [String] = []) {}

  /// Prints the catalogue, family by family; with --profile, with the severities of that profile.
  package func run(in surroundings: Surroundings) throws(CommandError) -> ExitCode {
    let console = Console(surroundings: surroundings, common: common)
    let profile = try common.requestedProfile()
    if asJSON {
      try console.print(json(profile, try RuleFormats(common, in: surroundings)), as: .json)
    } else {
      try console.print(text: text(profile))
    }
    return .success
  }

  private func text(_ profile: Profile?) -> Message {
    let rules = RuleCatalogue.descriptors
    let table = RuleTable(rules, profile)
    var text: Message = ""
    for family in RuleFamily.allCases {
      let members = rules.filter { $0.family == family }
      if members.isEmpty { continue }
      text += "\(family.rawValue)\n"
      text += members.map(table.line).joined()
    }
    return text
  }

  private func json(_ profile: Profile?, _ formats: RuleFormats) -> [UInt8] {
    var json = JSONWriter(capacity: 32 << 10)
    json.object { json in
      json.array("rules", RuleCatalogue.descriptors) { json, rule in
        json.object { json in
          json.member("name", rule.name)
          json.member("family", rule.family.rawValue)
          json.member("severity", rule.severity(in: profile).name)
          json.member("fix", rule.fix.rawValue)
          json.strings("formats", formats.names(of: rule.name))
          json.member("since", rule.since)
          json.member("summary", rule.summary)
        }
      }
    }
    return json.finish()
  }
}

extension RuleDescriptor {
  /// The severity that a profile gives to all of the rule's findings; the rule's own where it judges only some of them
  /// differently, or without a profile.
  func severity(in profile: Profile?) -> Severity {
    profile?.severity(of: name, about: "").flatMap { Severity(name: $0) } ?? severity
  }
}
