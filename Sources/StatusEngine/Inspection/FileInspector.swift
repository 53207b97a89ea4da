import StatusDiagnostics
import StatusModel
import StatusRules

/// Looks at one file with every selected rule for files.
///
/// Plans and project states are looked at as soon as they are parsed, while their bytes are at hand, in a workspace
/// that does not yet know its files: whether a plan is current is known later, so severities are not set here.
package struct FileInspector: Sendable {
  /// The selected rules for files, and their names: asking a rule for its description is not free.
  private let rules: [any FileRule]
  /// For each of them, the same as a rule for things with dates, where it is one.
  private let dated: [(any DatedRule)?]
  private let names: [String]
  /// For each of them, the subjects for which it is off.
  private let silent: [[Finding.Subject]]
  /// For each kind of file, by its number, the indices of the rules that have something to say.
  private let rulesByKind: [[Int]]

  /// An inspector with the rules of `selection`, as `profile` judges them.
  package init(selection: RuleSelection, profile: Profile) {
    var rules: [any FileRule] = []
    var dated: [(any DatedRule)?] = []
    for rule in RuleCatalogue.rules where selection.includes(rule.descriptor) {
      switch rule {
      case .file(let rule):
        rules.append(rule)
        dated.append(nil)
      case .dated(let rule):
        rules.append(rule)
        dated.append(rule)
      case .tree, .change: break
      }
    }
    self.rules = rules
    self.dated = dated
    silent = rules.map { selection.silentSubjects(of: type(of: $0).descriptor, in: profile) }
    names = rules.map { type(of: $0).descriptor.name }
    rulesByKind = TrackedFile.Kind.allCases.map { Self.indices(of: rules, for: $0) }
  }

  private static func indices(of rules: [any FileRule], for kind: TrackedFile.Kind) -> [Int] {
    rules.indices.filter { rules[$0].applies(to: kind) }
  }

  /// The indices of the rules that look at files of that kind.
  package func ruleIndices(for kind: TrackedFile.Kind) -> [Int] { rulesByKind[kind.rawValue] }

  /// The names of the rules that look at files of that kind, sorted.
  package func ruleNames(for kind: TrackedFile.Kind) -> [String] {
    ruleIndices(for: kind).map { names[$0] }.sorted()
  }

  /// `finding` of the file at `index`, which was looked at earlier, as its rule sees it in the whole tree; nil for
  /// none.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? {
    guard let rule = names.firstIndex(of: finding.rule) else { return finding }
    return rules[rule].settled(finding, ofFile: index, in: workspace)
  }

  /// What one rule finds in `file`; severities are not set. A file that is not current gets only the
  /// rules that are on in such files.
  package func inspect(_ file: TrackedFile, in workspace: Workspace, rule: Int)
    -> [Finding]
  {
    guard var collector = collector(of: rule) else { return [] }
    rules[rule].check(file, in: workspace, into: &collector)
    return collector.findings
  }

  /// What every rule finds in `file`; severities are not set.
  package func inspect(_ file: TrackedFile, in workspace: Workspace) -> [Finding] {
    var findings: [Finding] = []
    let items = DatedItem.stand(in: file.kind) ? DatedItem.all(in: file, of: workspace) : []
    for index in ruleIndices(for: file.kind) {
      guard let rule = dated[index] else {
        let found = inspect(file, in: workspace, rule: index)
        if !found.isEmpty { findings += found }
        continue
      }
      guard var collector = collector(of: index) else { continue }
      for item in items { rule.check(item, in: workspace, into: &collector) }
      if !collector.findings.isEmpty { findings += collector.findings }
    }
    return findings
  }

  /// A collector for one rule; nil if it is off altogether.
  private func collector(of rule: Int) -> FindingCollector? {
    let silent = silent[rule]
    if silent.count == Finding.Subject.allCases.count { return nil }
    return FindingCollector(rule: names[rule], silent: silent)
  }
}
