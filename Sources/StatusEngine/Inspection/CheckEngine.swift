import StatusDiagnostics
import StatusModel
import StatusRules
import StatusText

/// Runs the selected rules over a workspace, in parts that do not depend on each other.
package struct CheckEngine: Sendable {
  /// A part of the work.
  private enum Part: Sendable {
    /// One rule for files, by its number among those for files of the kind, on one file.
    case file(Int, rule: Int)
    /// One rule for trees, and the subjects on which it is off.
    case tree(any TreeRule, name: String, Finding.Subject.Set)
    /// One rule for changes, and what the tree was before.
    case change(any ChangeRule, from: Workspace, name: String)
  }

  private let workspace: Workspace
  private let selection: RuleSelection
  private let inspector: FileInspector
  private let parts: [Part]

  /// Sets up what every check needs. That takes about as long as it takes to find a tree, so another thread can do it
  /// in the meantime.
  package static func prepare() {
    _ = RuleCatalogue.descriptor(named: "")
  }

  /// The work of checking `workspace` with the rules of `selection`, but for the files that `inspector` has already
  /// looked at: plans and project states. With `earlier`, the tree is compared with what it was.
  package init(
    _ workspace: Workspace, earlier: Workspace? = nil, selection: RuleSelection, inspector: FileInspector
  ) {
    self.workspace = workspace
    self.selection = selection
    self.inspector = inspector
    var parts: [Part] = []
    for (scoped, descriptor) in zip(RuleCatalogue.rules, RuleCatalogue.descriptors)
    where selection.includes(descriptor) {
      let silent = selection.silentSubjects(of: descriptor, in: workspace.profile)
      if silent == .all { continue }
      if let rule = scoped.treeRule { parts.append(.tree(rule, name: descriptor.name, silent)) }
      if let earlier, case .change(let rule) = scoped {
        parts.append(.change(rule, from: earlier, name: descriptor.name))
      }
    }
    // What is left are a few files, some of them large: rule by rule.
    for (index, file) in workspace.files.enumerated() where !Self.isInspectedEarly(file.kind) {
      parts += (0..<inspector.ruleCount(for: file.kind)).map { .file(index, rule: $0) }
    }
    self.parts = parts
  }

  /// Whether files of that kind are looked at when they are parsed.
  package static func isInspectedEarly(_ kind: TrackedFile.Kind) -> Bool {
    kind == .plan || kind == .projectState
  }

  /// The number of parts; they may run in any order and on any thread.
  package var partCount: Int { parts.count }

  /// The findings of one part, from 0, with their severities; those that are not to be reported are left out.
  package func run(part: Int) -> [Finding] {
    switch parts[part] {
    case .tree(let rule, let name, let silent):
      var collector = FindingCollector(rule: name, silent: silent)
      rule.check(workspace, into: &collector)
      return collector.findings.compactMap { judged($0, isCurrent: true) }
    case .change(let rule, let earlier, let name):
      var collector = FindingCollector(rule: name)
      rule.check(from: earlier, to: workspace, into: &collector)
      return collector.findings.compactMap { judged($0, isCurrent: true) }
    case .file(let file, let rule):
      return inspector.inspect(workspace.files[file], in: workspace.context, rule: rule).compactMap {
        judged($0, isCurrent: true)
      }
    }
  }

  /// The findings of the file at `index` that was looked at earlier, with their severities.
  package func judged(_ findings: [Finding], ofFile index: Int) -> [Finding] {
    let isCurrent = workspace.files[index].kind != .plan || workspace.currentPlans.contains(index)
    return findings.compactMap {
      inspector.settled($0, ofFile: index, in: workspace).flatMap { judged($0, isCurrent: isCurrent) }
    }
  }

  private func judged(_ finding: Finding, isCurrent: Bool) -> Finding? {
    guard let rule = RuleCatalogue.descriptor(named: finding.rule) else { return nil }
    var finding = finding
    finding.severity = min(
      finding.severity,
      selection.severity(of: rule, about: finding.subject, in: workspace.profile, isInCurrentFile: isCurrent))
    return finding.severity == .off ? nil : finding
  }

  /// `findings` in the order of reports: by path, place, rule and message; those without a file last.
  package static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted { left, right in
      switch (left.location, right.location) {
      case (let first?, let second?) where first != second: first < second
      case (.some, nil): true
      case (nil, .some): false
      default: (left.rule, left.message) < (right.rule, right.message)
      }
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
