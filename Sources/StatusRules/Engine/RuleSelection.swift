import StatusDiagnostics
import StatusModel

/// Which rules run, and how much their findings matter: the profile's view, and over it what files and the command line
/// say.
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
  private var asked: Set<String> = []
  private var named: Set<String> = []
  private var severities: [String: Severity] = [:]
  /// What holds in some files only.
  private var exceptions: [PathException] = []

  /// The rules that `choices` name, of which each later one goes before those before it; the last is that of the command
  /// line. A choice that selects rules begins anew: it drops what those before it select and ignore. In the files of
  /// `paths` more or fewer rules run, unless the command line says otherwise.
  package init(_ choices: [RuleChoice], paths: [PathRuleChoice] = []) throws(UnknownName) {
    self = .standard
    for choice in choices { try add(choice) }
    for path in paths { exceptions.append(try PathException(path, over: choices.last ?? RuleChoice())) }
  }

  /// Every rule, as the profile has it.
  package static let standard = RuleSelection(selected: Set(RuleCatalogue.descriptors.map(\.name)))

  private init(selected: Set<String>) { self.selected = selected }

  /// A rule named itself is selected or ignored over what its family says.
  private mutating func add(_ choice: RuleChoice) throws(UnknownName) {
    if !choice.select.isEmpty {
      selected = try Self.rules(choice.select)
      asked = selected
      named = Set(choice.select.compactMap { RuleCatalogue.descriptor(named: $0)?.name })
      // Someone who names a rule that was turned off before wants to see it.
      for rule in named where severities[rule] == .off { severities[rule] = nil }
    }
    for name in choice.ignore {
      let rules = try Self.rules(named: name)
      selected.subtract(rules.count == 1 ? rules : rules.subtracting(named))
    }
    severities.merge(try Self.severities(choice.severities)) { $1 }
  }

  /// Whether a rule runs.
  package func includes(_ rule: RuleDescriptor) -> Bool {
    selected.contains(rule.name) || exceptions.contains { $0.selected.contains(rule.name) }
  }

  /// How much a finding in the file at `path` matters; `off` when it is not to be reported. Findings in plans that are
  /// not current are only worth a look, and what is only worth a look is reported only when somebody asked for it.
  package func severity(
    of rule: RuleDescriptor, about subject: Finding.Subject, in profile: Profile, isInCurrentFile: Bool,
    at path: String? = nil
  ) -> Severity {
    let standing = standing(of: rule.name, at: path)
    if !standing.isSelected { return .off }
    if let own = standing.severity { return own }
    var severity = rule.severity
    if let override = profile.severity(of: rule.name, about: subject.rawValue) {
      severity = Severity(name: override) ?? severity
      // Someone who names a rule that the profile has turned off wants to see it; `all` does not name it.
      if severity == .off && standing.isNamed { severity = rule.severity }
    }
    if !isInCurrentFile && rule.family != .syntax { severity = min(severity, .info) }
    return severity == .info && !standing.isAsked ? .off : severity
  }

  /// Whether findings of a rule are reported even if they are only worth a look, in some file.
  package func asksFor(_ rule: String) -> Bool {
    selected.contains(rule) && (asked.contains(rule) || severities[rule] ?? .off > .off)
      || exceptions.contains { $0.mayRaise(rule) }
  }

  /// How much a finding of another format matters in the file at `path`, which that format would give the severity
  /// `usual`; `off` when it is not to be reported. What is only worth a look there does not come to matter more.
  package func severity(ofFormat usual: Severity, _ rule: String, at path: String?) -> Severity {
    let standing = standing(of: rule, at: path)
    if !standing.isSelected { return .off }
    if let own = standing.severity { return usual == .info ? min(own, usual) : own }
    return usual == .info && !standing.isAsked ? .off : usual
  }

  /// The subjects on which a rule is off in every file, even in a current one.
  package func silentSubjects(of rule: RuleDescriptor, in profile: Profile) -> Finding.Subject.Set {
    if exceptions.contains(where: { $0.mayRaise(rule.name) }) { return [] }
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
}

// MARK: Files

extension RuleSelection {
  /// What is wanted of one rule in one file.
  private struct Standing {
    var isSelected: Bool
    var isAsked: Bool
    var isNamed: Bool
    var severity: Severity?
  }

  /// What holds in the files that match some patterns.
  private struct PathException: Sendable {
    let path: PathRuleChoice
    let selected: Set<String>
    let named: Set<String>
    let ignored: Set<String>
    let severities: [String: Severity]

    /// The exceptions of `path`, but for those that the choice of the command line goes before.
    init(_ path: PathRuleChoice, over commandLine: RuleChoice) throws(UnknownName) {
      self.path = path
      let choice = path.choice
      let taken = try RuleSelection.rules(commandLine.ignore)
      selected = commandLine.select.isEmpty ? try RuleSelection.rules(choice.select).subtracting(taken) : []
      named = Set(choice.select.compactMap { RuleCatalogue.descriptor(named: $0)?.name })
      ignored = try RuleSelection.rules(choice.ignore)
      let stronger = try RuleSelection.severities(commandLine.severities)
      severities = try RuleSelection.severities(choice.severities).filter { stronger[$0.key] == nil }
    }

    func concerns(_ rule: String) -> Bool {
      selected.contains(rule) || ignored.contains(rule) || severities[rule] != nil
    }

    func mayRaise(_ rule: String) -> Bool { selected.contains(rule) || severities[rule] ?? .off > .off }

    func matches(_ file: String) -> Bool { path.patterns.contains { $0.matches(file) } }
  }

  /// The later of two exceptions goes before the other.
  private func standing(of rule: String, at path: String?) -> Standing {
    var standing = Standing(
      isSelected: selected.contains(rule), isAsked: asked.contains(rule), isNamed: named.contains(rule),
      severity: severities[rule])
    guard let path else { return standing }
    for exception in exceptions where exception.concerns(rule) && exception.matches(path) {
      if exception.selected.contains(rule) {
        standing.isSelected = true
        standing.isAsked = true
        standing.isNamed = exception.named.contains(rule)
      }
      if exception.ignored.contains(rule) { standing.isSelected = false }
      standing.severity = exception.severities[rule] ?? standing.severity
    }
    return standing
  }

  /// Whether a rule that runs elsewhere is ignored in the file at `path`.
  package func ignores(_ rule: String, at path: String) -> Bool {
    !exceptions.isEmpty && selected.contains(rule) && !standing(of: rule, at: path).isSelected
  }
}

// MARK: Names

extension RuleSelection {
  private static func rules(_ names: [String]) throws(UnknownName) -> Set<String> {
    var all: Set<String> = []
    for name in names { all.formUnion(try rules(named: name)) }
    return all
  }

  private static func rules(named name: String) throws(UnknownName) -> Set<String> {
    if name == "all" { return Set(RuleCatalogue.descriptors.map(\.name)) }
    if let family = RuleFamily(rawValue: name) {
      return Set(RuleCatalogue.descriptors.lazy.filter { $0.family == family }.map(\.name))
    }
    if let rule = RuleCatalogue.descriptor(named: name) { return [rule.name] }
    throw unknown(name)
  }

  /// The severity of each rule: what is said of it goes before what is said of its family, and that before `all`.
  private static func severities(_ given: [String: Severity]) throws(UnknownName) -> [String: Severity] {
    var own: [String: Severity] = [:]
    let sorted = given.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }
    for (name, severity) in sorted {
      for rule in try rules(named: name) { own[rule] = severity }
    }
    return own
  }

  private static func rank(_ name: String) -> Int {
    name == "all" ? 0 : RuleFamily(rawValue: name) == nil ? 2 : 1
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
