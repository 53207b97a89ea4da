import StatusConfiguration
import StatusDiagnostics
import StatusFormats
import StatusRules

/// The formats of trees that each rule judges, with those that the project declares.
struct RuleFormats {
  private let others: [any PlanFormat]
  /// The rules that judge only other formats than ours.
  private let foreign: Set<String>

  /// The formats that are known in the working directory.
  init(_ common: CommonOptions, in surroundings: Surroundings) throws(CommandError) {
    var finder = ConfigurationFinder(common, surroundings)
    others = PlanFormats.all + (try finder.ownFormats(around: ["."]))
    foreign = Set(RuleCatalogue.rules.filter(\.isFormatRule).map(\.descriptor.name))
  }

  /// The names of the formats that `rule` judges.
  func names(_ rule: RuleDescriptor) -> [String] {
    (foreign.contains(rule.name) ? [] : [FormatChoice.ownName])
      + others.filter { $0.rules.contains(rule.name) }.map(\.name)
  }
}
