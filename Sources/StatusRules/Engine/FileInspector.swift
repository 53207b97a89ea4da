import StatusDiagnostics
import StatusModel

/// Looks at one file with every selected rule for files.
///
/// Plans and project states are looked at as soon as they are parsed, while their bytes are at hand, in a workspace
/// that does not yet know its files: whether a plan is in force is known later, so severities are not set here.
package struct FileInspector: Sendable {
  /// The selected rules for files, and their names: asking a rule for its description is not free.
  private let rules: [any FileRule]
  private let names: [String]
  /// For each of them, the subjects on which it is off: in files that are in force, and in others.
  private let silent: [(inForce: Set<Finding.Subject>, otherwise: Set<Finding.Subject>)]
  /// For each kind of file, the indices of the rules that have something to say.
  private let rulesByKind: [TrackedFile.Kind: [Int]]

  /// An inspector with the rules of `selection`, as `profile` judges them.
  package init(selection: RuleSelection, profile: Profile) {
    var rules: [any FileRule] = []
    for case .file(let rule) in RuleCatalogue.rules where selection.includes(type(of: rule).descriptor) {
      rules.append(rule)
    }
    let silent = rules.map { rule in
      let descriptor = type(of: rule).descriptor
      func subjects(_ isInForce: Bool) -> Set<Finding.Subject> {
        selection.silentSubjects(of: descriptor, in: profile, isInCurrentFile: isInForce)
      }
      return (inForce: subjects(true), otherwise: subjects(false))
    }
    self.rules = rules
    self.silent = silent
    names = rules.map { type(of: $0).descriptor.name }
    rulesByKind = Dictionary(
      uniqueKeysWithValues: TrackedFile.Kind.allCases.map { kind in
        (kind, Self.indices(of: rules, for: kind))
      })
  }

  private static func indices(of rules: [any FileRule], for kind: TrackedFile.Kind) -> [Int] {
    rules.indices.filter { rules[$0].applies(to: kind) }
  }

  /// The indices of the rules that look at files of that kind.
  package func ruleIndices(for kind: TrackedFile.Kind) -> [Int] { rulesByKind[kind] ?? [] }

  /// The names of the rules that look at files of that kind, sorted.
  package func ruleNames(for kind: TrackedFile.Kind) -> [String] { ruleIndices(for: kind).map { names[$0] }.sorted() }

  /// What one rule finds in `file`; severities are not set. A file that is not in force gets only the
  /// rules that are on in such files.
  package func inspect(_ file: TrackedFile, in workspace: Workspace, rule: Int, isInForce: Bool = true) -> [Finding] {
    let silent = isInForce ? silent[rule].inForce : silent[rule].otherwise
    if silent.count == Finding.Subject.allCases.count { return [] }
    var collector = FindingCollector(rule: names[rule], silent: silent)
    rules[rule].check(file, in: workspace, into: &collector)
    return collector.findings
  }

  /// What every rule finds in `file`; severities are not set.
  package func inspect(_ file: TrackedFile, in workspace: Workspace, isInForce: Bool) -> [Finding] {
    var findings: [Finding] = []
    for rule in ruleIndices(for: file.kind) {
      findings += inspect(file, in: workspace, rule: rule, isInForce: isInForce)
    }
    return findings
  }
}
