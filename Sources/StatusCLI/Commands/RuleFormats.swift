import StatusConfiguration
import StatusFormats
import StatusRules

/// Which formats know a rule: the one list, made from what the formats say of themselves.
package struct RuleFormats {
  private let others: [any PlanFormat]
  /// The rules that judge only other formats than ours.
  private static let foreign = Set(RuleCatalogue.rules.filter(\.isFormatRule).map(\.descriptor.name))

  /// The formats that every project knows.
  package init() { others = PlanFormats.all }

  /// Those and the formats that are declared in the working directory.
  init(_ common: CommonOptions, in surroundings: Surroundings) throws(CommandError) {
    var finder = ConfigurationFinder(common, surroundings)
    others = PlanFormats.all + (try finder.ownFormats(around: ["."]))
  }

  /// The names of the formats that can report the rule of that name, our own first.
  package func names(of rule: String) -> [String] {
    (Self.foreign.contains(rule) ? [] : [FormatChoice.ownName])
      + others.filter { $0.reported.contains(rule) }.map(\.name)
  }
}
