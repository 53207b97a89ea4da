import StatusFormats
import StatusRules

/// Which formats know a rule: the one list, made from what the formats say of themselves.
package enum RuleFormats {
  /// The names of the formats that can report the rule of that name, our own first.
  package static func names(of rule: String) -> [String] {
    let isForeign = RuleCatalogue.rules.contains { $0.isFormatRule && $0.descriptor.name == rule }
    return (isForeign ? [] : [FormatChoice.ownName])
      + PlanFormats.all.filter { $0.reported.contains(rule) }.map(\.name)
  }
}
