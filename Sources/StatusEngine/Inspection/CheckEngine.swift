import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText

/// Runs the rules that are on over a workspace, in parts that threads share. Only the rules for changes depend on another
/// part: the first, which compares.
package struct CheckEngine: Sendable {
  /// A part of the work.
  private enum Part: Sendable {
    /// What has changed since the earlier state.
    case comparison(Comparison)
    /// One rule for files, by its number among those for files of the kind, on one file.
    case file(Int, rule: Int)
    /// One rule for trees, by its number.
    case tree(Int)
    /// One rule for changes, by its number.
    case change(Int, Comparison)
  }

  private let workspace: Workspace
  private let rules: RulesInForce
  private let parts: [Part]

  /// Sets up what every check needs. That takes about as long as it takes to find a tree, so another thread can do it
  /// in the meantime.
  package static func prepare() { _ = RuleCatalogue.descriptor(named: "") }

  /// The work of checking `workspace`, but for the files that `rules` have already looked at: plans and project states.
  /// With a `comparison` with an earlier state, the rules for changes judge what it finds. With `wanted`, no other rules
  /// run.
  init(_ workspace: Workspace, comparison: Comparison?, rules: RulesInForce, wanted: Set<String>?) {
    func isWanted(_ rule: String) -> Bool { wanted?.contains(rule) ?? true }
    self.workspace = workspace
    self.rules = rules
    // The thread that compares never waits, and the rules for changes come last.
    var parts: [Part] = comparison.map { [.comparison($0)] } ?? []
    parts += rules.trees.indices.filter { isWanted(rules.trees[$0].name) }.map { .tree($0) }
    // What is left are a few files, some of them large: rule by rule.
    for (index, file) in workspace.files.enumerated() where !file.kind.isOneOfMany {
      parts += (0..<rules.count(for: file.kind)).filter { isWanted(rules.name($0, for: file.kind)) }
        .map { .file(index, rule: $0) }
    }
    if let comparison {
      parts += rules.changes.indices.filter { isWanted(rules.changes[$0].name) }.map {
        .change($0, comparison)
      }
    }
    self.parts = parts
  }

  /// The number of parts; they may run on any thread, but have to begin in order.
  package var partCount: Int { parts.count }

  /// The findings of one part, from 0, with their severities; those that are not to be reported are left out.
  package func run(part: Int) -> [Finding] {
    found(in: parts[part]).compactMap { rules.judged($0, isCurrent: true) }
  }

  private func found(in part: Part) -> [Finding] {
    switch part {
    case .comparison(let comparison):
      comparison.make(with: workspace)
      return []
    case .tree(let number):
      let selected = rules.trees[number]
      var findings = FindingCollector(rule: selected.name, silent: selected.silent)
      selected.rule.check(workspace, into: &findings)
      return findings.findings
    case .change(let number, let comparison):
      let selected = rules.changes[number]
      var findings = FindingCollector(rule: selected.name, silent: selected.silent)
      selected.rule.check(comparison.change, into: &findings)
      return findings.findings
    case .file(let file, let rule):
      return rules.inspect(workspace.files[file], in: workspace.context, rule: rule).compactMap {
        rules.settled($0, ofFile: file, in: workspace)
      }
    }
  }

  /// What the rules for comments find in `suppressions`, which have been applied to all other findings.
  func found(in suppressions: inout Suppressions, comparesChange: Bool) -> [Finding] {
    if rules.suppressions.isEmpty { return [] }
    let uses = suppressions.uses(in: workspace) { rule, file in
      let isCurrent = workspace.fileIndex(at: file.path).map(isCurrent) ?? true
      return rules.didRun(rule, isCurrent: isCurrent, comparesChange: comparesChange)
    }
    return rules.suppressions.flatMap { selected in
      uses.flatMap { file, use in
        var findings = FindingCollector(rule: selected.name, silent: selected.silent)
        selected.rule.check(use, into: &findings)
        return findings.findings.compactMap { rules.judged($0, isCurrent: isCurrent(file)) }
      }
    }
  }

  /// Whether the file at `index` is not an outdated plan.
  private func isCurrent(_ index: Int) -> Bool {
    workspace.files[index].kind != .plan || workspace.currentPlans.contains(index)
  }

  /// The findings of the file at `index` that was looked at earlier, with their severities.
  package func judged(_ findings: [Finding], ofFile index: Int) -> [Finding] {
    let isCurrent = isCurrent(index)
    return findings.compactMap {
      rules.settled($0, ofFile: index, in: workspace).flatMap { rules.judged($0, isCurrent: isCurrent) }
    }
  }

  /// `findings` in the order of reports: by path, place, rule and message; those without a file last.
  package static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted(by: isBefore)
  }

  /// `findings`, each with the number of those before it that have the same identity.
  static func numbered(_ findings: [Finding]) -> [Finding] {
    // By numbers of the kind that other tables have for keys: the first table of a kind takes as long to make as a small plan.
    var counts: [Int: Int] = [:]
    return findings.map { finding in
      var finding = finding
      let key = Int(truncatingIfNeeded: finding.identity)
      finding.occurrence = counts[key, default: 0]
      counts[key] = finding.occurrence + 1
      return finding
    }
  }

  /// `setAside` in the same order.
  package static func sorted(_ setAside: [SetAsideFinding]) -> [SetAsideFinding] {
    setAside.sorted { isBefore($0.finding, $1.finding) }
  }

  private static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    switch (left.location, right.location) {
    case (let first?, let second?) where first != second: first < second
    case (.some, nil): true
    case (nil, .some): false
    default: (left.rule, left.message) < (right.rule, right.message)
    }
  }

  /// `fixed` in the same order, by the places that they had.
  package static func sorted(_ fixed: [FixedFinding]) -> [FixedFinding] {
    fixed.sorted { left, right in
      let (first, second) = (left.finding, right.finding)
      switch (first.location?.path, second.location?.path) {
      case (let path?, let other?) where path != other: return path < other
      case (.some, nil): return true
      case (nil, .some): return false
      default:
        let start = TextPosition(line: 1, column: 1)
        let (place, other) = (left.start ?? start, right.start ?? start)
        return (place, first.rule, first.message) < (other, second.rule, second.message)
      }
    }
  }
}
