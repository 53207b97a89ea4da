import StatusDiagnostics
import StatusModel
import StatusRules

/// The rules that are on, as a profile judges them, ready to look at files and trees.
///
/// A plan or a project state is looked at as soon as it is parsed, while its bytes are at hand. Whether a plan is
/// current is known later, so severities are set when the whole tree is known.
package struct RulesInForce: Sendable {
  /// A rule that is on, with what would have to be asked for again for every file.
  struct Selected<Rule: Sendable>: Sendable {
    let rule: Rule
    let name: String
    /// The subjects on which it is off.
    let silent: Finding.Subject.Set
  }

  /// A rule for files; the same as a rule for things with dates, where it is one.
  private struct RuleOfFiles: Sendable {
    let file: any FileRule
    let dated: (any DatedRule)?
  }

  /// For each kind of file, by its number, the rules that have something to say.
  private var files: [[Selected<RuleOfFiles>]]
  /// The rules for trees.
  private(set) var trees: [Selected<any TreeRule>] = []
  /// The rules for changes.
  private(set) var changes: [Selected<any ChangeRule>] = []
  /// The rules for comments that suppress findings.
  private(set) var suppressions: [Selected<any SuppressionRule>] = []
  private let selection: RuleSelection
  /// The profile.
  let profile: Profile

  /// The rules of `selection`, as `profile` judges them; without a selection none.
  package init(_ selection: RuleSelection?, profile: Profile) {
    self.selection = selection ?? .standard
    self.profile = profile
    files = TrackedFile.Kind.allCases.map { _ in [] }
    guard let selection else { return }
    for (scoped, descriptor) in zip(RuleCatalogue.rules, RuleCatalogue.descriptors)
    where selection.includes(descriptor) {
      let silent = selection.silentSubjects(of: descriptor, in: profile)
      if silent != .all { add(scoped, descriptor.name, silent) }
    }
  }

  private mutating func add(_ scoped: ScopedRule, _ name: String, _ silent: Finding.Subject.Set) {
    if let rule = scoped.treeRule { trees.append(Selected(rule: rule, name: name, silent: silent)) }
    if case .change(let rule) = scoped { changes.append(Selected(rule: rule, name: name, silent: silent)) }
    if case .suppression(let rule) = scoped {
      suppressions.append(Selected(rule: rule, name: name, silent: silent))
    }
    guard let file = scoped.fileRule else { return }
    let rule = RuleOfFiles(file: file, dated: scoped.datedRule)
    for kind in TrackedFile.Kind.allCases where file.applies(to: kind) {
      files[kind.rawValue].append(Selected(rule: rule, name: name, silent: silent))
    }
  }

  /// Whether one of them needs to know which files are stored in the directories of tasks.
  var needStoredFiles: Bool { trees.contains { type(of: $0.rule).needsStoredFiles } }

  /// The number of rules that look at files of that kind.
  func count(for kind: TrackedFile.Kind) -> Int { files[kind.rawValue].count }

  /// The name of one of them, by its number.
  func name(_ rule: Int, for kind: TrackedFile.Kind) -> String { files[kind.rawValue][rule].name }

  /// The names of the rules that look at files of that kind, sorted.
  func names(for kind: TrackedFile.Kind) -> [String] { files[kind.rawValue].map(\.name).sorted() }

  /// What every rule finds in `file`; severities are not set.
  package func inspect(_ file: TrackedFile, in context: FileContext) -> [Finding] {
    inspect(file, in: context, rules: files[file.kind.rawValue][...])
  }

  /// What one of the rules for such files, by its number, finds in `file`; severities are not set.
  func inspect(_ file: TrackedFile, in context: FileContext, rule: Int) -> [Finding] {
    inspect(file, in: context, rules: files[file.kind.rawValue][rule...rule])
  }

  private func inspect(
    _ file: TrackedFile, in context: FileContext, rules: ArraySlice<Selected<RuleOfFiles>>
  ) -> [Finding] {
    var findings = FindingCollector(rule: "")
    var items: [DatedItem]?
    // Each file meets every rule: a copy of the rule would take longer than many rules.
    rules.withUnsafeBufferPointer { rules in
      for index in rules.indices {
        findings.begin(rule: rules[index].name, silent: rules[index].silent)
        // Most have none, which is told without a copy.
        guard rules[index].rule.dated != nil, let dated = rules[index].rule.dated else {
          rules[index].rule.file.check(file, in: context, into: &findings)
          continue
        }
        let found = items ?? DatedItem.all(in: file, of: context)
        items = found
        dated.check(found, in: context, into: &findings)
      }
    }
    return findings.findings
  }

  /// `finding` of the file at `index`, as its rule sees it in the whole tree; nil for
  /// none.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? {
    let rules = files[workspace.files[index].kind.rawValue]
    guard let selected = rules.first(where: { $0.name == finding.rule }) else { return finding }
    return selected.rule.file.settled(finding, ofFile: index, in: workspace)
  }

  /// Whether the rule of that name would have reported again what it has reported before. That is not known of a rule for
  /// changes, since it depends on what the tree is compared with. If there is no such rule any more, it never will.
  func wouldReportAgain(_ name: String) -> Bool {
    guard let rule = RuleCatalogue.descriptor(named: name) else { return true }
    return selection.includes(rule) && selection.silentSubjects(of: rule, in: profile) != .all
      && !changes.contains { $0.name == rule.name }
  }

  /// Whether every finding of `rule` in a file would have been reported.
  func didRun(_ rule: RuleDescriptor, isCurrent: Bool, comparesChange: Bool) -> Bool {
    guard selection.includes(rule), comparesChange || !changes.contains(where: { $0.name == rule.name })
    else {
      return false
    }
    return Finding.Subject.allCases.allSatisfy {
      selection.severity(of: rule, about: $0, in: profile, isInCurrentFile: isCurrent) != .off
    }
  }

  /// `finding` with its severity; nil if it is not to be reported.
  func judged(_ finding: Finding, isCurrent: Bool) -> Finding? {
    guard let rule = RuleCatalogue.descriptor(named: finding.rule) else { return nil }
    var finding = finding
    finding.severity = min(
      finding.severity,
      selection.severity(
        of: rule, about: finding.subject, in: profile, isInCurrentFile: isCurrent, at: finding.location?.path)
    )
    if finding.severity == .off { return nil }
    // One place where it is ignored is enough.
    return finding.related.contains { selection.ignores(rule.name, at: $0.location.path) } ? nil : finding
  }
}
