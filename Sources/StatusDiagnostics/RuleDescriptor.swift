/// All that is to be known about a rule besides its code: `explain`, the documentation, reports and tests read it.
package struct RuleDescriptor: Sendable {
  /// Whether a rule's findings can be corrected by a machine.
  package enum FixKind: String, Sendable {
    /// Without a guess, at least where the finding carries a fix.
    case safe
    /// Only on request: the fix chooses between claims or adds a fact.
    case unsafe
    /// Only a person knows.
    case none
  }

  /// The rule's name: the fault, in kebab case. Final; a renamed rule keeps its old name in `aliases`.
  package let name: String
  /// Its group.
  package let family: RuleFamily
  /// The severity where no profile says otherwise.
  package let severity: Severity
  /// What a machine can do about it.
  package let fix: FixKind
  /// The first version that had it.
  package let since: String
  /// Former names.
  package let aliases: [String]
  /// The fault in one sentence.
  package let summary: String
  /// Why it matters, in a sentence or three.
  package let rationale: String
  /// A text that has the fault.
  package let bad: String
  /// The same text without it.
  package let good: String

  /// A rule's description.
  package init(
    name: String, family: RuleFamily, severity: Severity, fix: FixKind, since: String = "0.1.0",
    aliases: [String] = [], summary: String, rationale: String, bad: String, good: String
  ) {
    self.name = name
    self.family = family
    self.severity = severity
    self.fix = fix
    self.since = since
    self.aliases = aliases
    self.summary = summary
    self.rationale = rationale
    self.bad = bad
    self.good = good
  }
}
