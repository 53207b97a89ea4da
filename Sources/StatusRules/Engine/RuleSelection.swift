import StatusDiagnostics
import StatusModel

/// Which rules run, and how much their findings matter: the profile's view, and the user's over it.
package struct RuleSelection: Sendable {
  /// A name that is not a rule, a family or `all`.
  package struct UnknownName: Error, Sendable {
    /// The name as it was given.
    package let name: String
    /// A name that was most likely meant.
    package let suggestion: String?
  }

  private var selected: Set<String>
  /// The rules that were asked for, by name, family or `all`; those that were asked for by name.
  private var asked: Set<String>
  private var named: Set<String>
  private var severities: [String: Severity]

  /// The rules that `select` names (all when it is empty) without those that `ignore` names, with severities of
  /// the user's own. A rule named itself is selected or ignored over what its family says.
  package init(select: [String] = [], ignore: [String] = [], severities: [String: Severity] = [:])
    throws(UnknownName)
  {
    var asked: Set<String> = []
    var selected: Set<String> = []
    for name in select {
      let rules = try Self.rules(name)
      selected.formUnion(rules)
      asked.formUnion(rules)
    }
    if select.isEmpty { selected = Set(RuleCatalogue.descriptors.map(\.name)) }
    let named = Set(select.compactMap { RuleCatalogue.descriptor(named: $0)?.name })
    for name in ignore {
      let rules = try Self.rules(name)
      selected.subtract(rules.count == 1 ? rules : rules.subtracting(named))
    }
    var own: [String: Severity] = [:]
    for (name, severity) in severities {
      for rule in try Self.rules(name) { own[rule] = severity }
    }
    self.selected = selected
    self.asked = asked
    self.named = named
    self.severities = own
  }

  /// Every rule, as the profile has it.
  package static let standard = RuleSelection(selected: Set(RuleCatalogue.descriptors.map(\.name)))

  private init(selected: Set<String>) {
    self.selected = selected
    self.asked = []
    self.named = []
    self.severities = [:]
  }

  /// Whether a rule runs.
  package func includes(_ rule: RuleDescriptor) -> Bool { selected.contains(rule.name) }

  /// How much a finding matters; `off` when it is not to be reported. Findings in plans that are not current are
  /// only worth a look, and what is only worth a look is reported only when somebody asked for it.
  package func severity(
    of rule: RuleDescriptor, about subject: Finding.Subject, in profile: Profile, isInCurrentFile: Bool
  ) -> Severity {
    if let own = severities[rule.name] { return own }
    var severity = rule.severity
    if let override = profile.severity(of: rule.name, about: subject.rawValue) {
      severity = Severity(name: override) ?? severity
      // Someone who names a rule that the profile has turned off wants to see it; `all` does not name it.
      if severity == .off && named.contains(rule.name) { severity = rule.severity }
    }
    if !isInCurrentFile && rule.family != .syntax { severity = min(severity, .info) }
    return severity == .info && !asked.contains(rule.name) ? .off : severity
  }

  /// The subjects on which a rule is off, even in a current file.
  package func silentSubjects(of rule: RuleDescriptor, in profile: Profile) -> Finding.Subject.Set {
    // Few rules are judged by what they are about; for the others one answer does for all.
    if !profile.judgesSubjects(of: rule.name) {
      return severity(of: rule, about: .file, in: profile, isInCurrentFile: true) == .off ? .all : .init()
    }
    return Finding.Subject.allCases.reduce(into: .init()) { silent, subject in
      if severity(of: rule, about: subject, in: profile, isInCurrentFile: true) == .off {
        silent.insert(.init(subject))
      }
    }
  }

  private static func rules(_ name: String) throws(UnknownName) -> Set<String> {
    if name == "all" { return Set(RuleCatalogue.descriptors.map(\.name)) }
    if let family = RuleFamily(rawValue: name) {
      return Set(RuleCatalogue.descriptors.lazy.filter { $0.family == family }.map(\.name))
    }
    if let rule = RuleCatalogue.descriptor(named: name) { return [rule.name] }
    throw unknown(name)
  }

  /// The error for a name that is not a rule.
  package static func unknown(_ name: String) -> UnknownName {
    UnknownName(name: name, suggestion: suggestion(for: name))
  }

  private static func suggestion(for name: String) -> String? {
    let known = RuleCatalogue.descriptors.map(\.name) + RuleFamily.allCases.map(\.rawValue) + ["all"]
    let ranked = known.map { ($0, EditDistance.between(Array(name.utf8), Array($0.utf8), limit: 5)) }
    return ranked.filter { $0.1 < 5 && $0.1 * 2 < name.utf8.count }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
  }
}
