import StatusDiagnostics
import StatusModel
import StatusRules

/// Looks at one file with every selected rule for files.
///
/// Plans and project states are looked at as soon as they are parsed, while their bytes are at hand. Whether a plan is
/// current is known later, so severities are not set here.
package struct FileInspector: Sendable {
  /// A rule for files that is on, with what would have to be asked for again for every file.
  private struct SelectedRule: Sendable {
    let name: String
    /// The subjects on which it is off.
    let silent: Finding.Subject.Set
    let rule: any FileRule
    /// The same as a rule for things with dates, where it is one.
    let dated: (any DatedRule)?

    /// What it finds, told `items`, the things with dates in the file.
    func check(
      _ file: TrackedFile, _ items: [DatedItem], in context: FileContext,
      into findings: inout FindingCollector
    ) {
      findings.begin(rule: name, silent: silent)
      guard let dated else { return rule.check(file, in: context, into: &findings) }
      for item in items { dated.check(item, in: context, into: &findings) }
    }
  }

  /// For each kind of file, by its number, the rules that have something to say.
  private let rules: [[SelectedRule]]

  /// An inspector with the rules of `selection`, as `profile` judges them.
  package init(selection: RuleSelection, profile: Profile) {
    var rules = [[SelectedRule]](repeating: [], count: TrackedFile.Kind.allCases.count)
    for (scoped, descriptor) in zip(RuleCatalogue.rules, RuleCatalogue.descriptors) {
      guard let rule = scoped.fileRule, selection.includes(descriptor) else { continue }
      let silent = selection.silentSubjects(of: descriptor, in: profile)
      if silent == .all { continue }
      let selected = SelectedRule(
        name: descriptor.name, silent: silent, rule: rule, dated: scoped.datedRule)
      for kind in TrackedFile.Kind.allCases where rule.applies(to: kind) {
        rules[kind.rawValue].append(selected)
      }
    }
    self.rules = rules
  }

  /// The number of rules that look at files of that kind.
  func ruleCount(for kind: TrackedFile.Kind) -> Int { rules[kind.rawValue].count }

  /// The names of the rules that look at files of that kind, sorted.
  func ruleNames(for kind: TrackedFile.Kind) -> [String] { rules[kind.rawValue].map(\.name).sorted() }

  /// `finding` of the file at `index`, which was looked at earlier, as its rule sees it in the whole tree; nil for
  /// none.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? {
    guard let selected = rules[workspace.files[index].kind.rawValue].first(where: { $0.name == finding.rule })
    else { return finding }
    return selected.rule.settled(finding, ofFile: index, in: workspace)
  }

  /// What one of the rules for such files, by its number, finds in `file`; severities are not set.
  func inspect(_ file: TrackedFile, in context: FileContext, rule: Int) -> [Finding] {
    let selected = rules[file.kind.rawValue][rule]
    var findings = FindingCollector(rule: selected.name)
    selected.check(
      file, selected.dated == nil ? [] : DatedItem.all(in: file, of: context), in: context, into: &findings)
    return findings.findings
  }

  /// What every rule finds in `file`; severities are not set.
  package func inspect(_ file: TrackedFile, in context: FileContext) -> [Finding] {
    let items = DatedItem.stand(in: file.kind) ? DatedItem.all(in: file, of: context) : []
    var findings = FindingCollector(rule: "")
    for rule in rules[file.kind.rawValue] { rule.check(file, items, in: context, into: &findings) }
    return findings.findings
  }
}
