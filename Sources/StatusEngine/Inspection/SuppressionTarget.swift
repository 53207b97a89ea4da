import StatusDiagnostics
import StatusRules

/// What a name in a comment means: a rule, all rules of a family, or all rules.
enum SuppressionTarget: Hashable {
  case rule(String)
  case family(RuleFamily)
  case all

  /// What `name` means; nil if it is not a name.
  init?(named name: String) {
    if name == "all" {
      self = .all
    } else if let family = RuleFamily(rawValue: name) {
      self = .family(family)
    } else if let rule = RuleCatalogue.descriptor(named: name) {
      self = .rule(rule.name)
    } else {
      return nil
    }
  }

  /// The targets that `rule` is in; none if a comment cannot suppress it: a comment would then hide that it is useless.
  static func all(of rule: RuleDescriptor) -> [SuppressionTarget] {
    rule.family == .suppression ? [] : [.rule(rule.name), .family(rule.family), .all]
  }

  /// The rules that comments with this target suppress.
  var rules: [RuleDescriptor] {
    RuleCatalogue.descriptors.filter { Self.all(of: $0).contains(self) }
  }
}
