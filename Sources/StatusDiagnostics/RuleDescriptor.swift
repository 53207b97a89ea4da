/// Everything about a rule except its code. `explain`, the documentation, reports and tests read it.
///
/// A class whose examples are made when they are asked for, since every start makes all descriptions.
package final class RuleDescriptor: Sendable {
  /// Whether findings of a rule can be corrected automatically.
  package enum FixKind: String, Sendable {
    /// Without a guess, at least for findings that have a fix.
    case safe
    /// Only on request, because the fix chooses between claims or adds a fact.
    case unsafe
    /// Never; only a person knows the right correction.
    case none
  }

  /// The name of the rule: the fault, in kebab case. Final; a renamed rule keeps its old name in `aliases`.
  package let name: String
  /// The group of the rule.
  package let family: RuleFamily
  /// The severity, unless a profile sets another.
  package let severity: Severity
  /// Whether findings can be corrected automatically.
  package let fix: FixKind
  /// The first version that contains the rule.
  package let since: String
  /// Former names.
  package let aliases: [String]
  /// The fault in one sentence.
  package let summary: String
  /// Why the fault matters, in one to three sentences.
  package let rationale: String
  /// A tree with the fault, and with no finding of another rule.
  package var bad: RuleExample { makeBad() }
  /// The same tree without a finding: as the fix makes it, where there is one.
  package var good: RuleExample { makeGood() }
  private let makeBad: @Sendable () -> RuleExample
  private let makeGood: @Sendable () -> RuleExample

  /// The description of a rule.
  package init(
    name: String, family: RuleFamily, severity: Severity, fix: FixKind, since: String = "0.1.0",
    aliases: [String] = [], summary: String, rationale: String,
    bad: @autoclosure @escaping @Sendable () -> RuleExample,
    good: @autoclosure @escaping @Sendable () -> RuleExample
  ) {
    self.name = name
    self.family = family
    self.severity = severity
    self.fix = fix
    self.since = since
    self.aliases = aliases
    self.summary = summary
    self.rationale = rationale
    makeBad = bad
    makeGood = good
  }
}
