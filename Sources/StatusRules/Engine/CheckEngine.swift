import StatusDiagnostics
import StatusModel

/// Runs the selected rules over a workspace, in parts that do not depend on each other.
package struct CheckEngine: Sendable {
  /// A part of the work.
  private enum Part: Sendable {
    /// Every file rule, on a few files.
    case files(Range<Int>)
    /// One rule for files, on one large file.
    case file(Int, any FileRule)
    /// One rule for trees.
    case tree(any TreeRule)
  }

  private let workspace: Workspace
  private let selection: RuleSelection
  private let fileRules: [any FileRule]
  private let parts: [Part]

  /// The work of checking `workspace` with the rules of `selection`.
  package init(_ workspace: Workspace, selection: RuleSelection) {
    self.workspace = workspace
    self.selection = selection
    let rules = RuleCatalogue.rules.filter { selection.includes(type(of: $0).descriptor) }
    fileRules = rules.compactMap { $0 as? any FileRule }
    var parts: [Part] = rules.compactMap { ($0 as? any TreeRule).map { .tree($0) } }
    // The task list and the registry are one file each, however many tasks there are: rule by rule.
    let large = workspace.files.indices.filter { workspace.files[$0].kind == .taskList || workspace.files[$0].kind == .registry }
    for file in large {
      for rule in fileRules where rule.applies(to: workspace.files[file].kind) { parts.append(.file(file, rule)) }
    }
    parts += stride(from: 0, to: workspace.files.count, by: Self.filesInPart).map {
      .files($0..<min($0 + Self.filesInPart, workspace.files.count))
    }
    self.parts = parts
  }

  private static let filesInPart = 64

  /// The number of parts; they may run in any order and on any thread.
  package var partCount: Int { parts.count }

  /// The findings of one part, from 0, with their severities; those that are not to be reported are left out.
  package func run(part: Int) -> [Finding] {
    switch parts[part] {
    case .tree(let rule):
      var collector = FindingCollector(rule: type(of: rule).descriptor.name)
      rule.check(workspace, into: &collector)
      return judged(collector.findings, of: type(of: rule).descriptor)
    case .file(let file, let rule):
      return check(workspace.files[file], with: rule, isCurrent: true)
    case .files(let range):
      return range.flatMap { index -> [Finding] in
        let file = workspace.files[index]
        guard file.kind != .taskList && file.kind != .registry else { return [] }
        let isCurrent = file.kind != .plan || workspace.currentPlans.contains(index)
        return fileRules.flatMap { check(file, with: $0, isCurrent: isCurrent) }
      }
    }
  }

  private func check(_ file: TrackedFile, with rule: any FileRule, isCurrent: Bool) -> [Finding] {
    guard rule.applies(to: file.kind) else { return [] }
    let descriptor = type(of: rule).descriptor
    var collector = FindingCollector(rule: descriptor.name)
    rule.check(file, in: workspace, into: &collector)
    return judged(collector.findings, of: descriptor, isCurrent: isCurrent)
  }

  private func judged(_ findings: [Finding], of rule: RuleDescriptor, isCurrent: Bool = true) -> [Finding] {
    findings.compactMap { finding in
      var finding = finding
      finding.severity = min(
        finding.severity,
        selection.severity(of: rule, about: finding.subject, in: workspace.profile, isInCurrentFile: isCurrent))
      return finding.severity == .off ? nil : finding
    }
  }

  /// The names of the selected rules that look at files of that kind, sorted.
  package func ruleNames(for kind: TrackedFile.Kind) -> [String] {
    fileRules.filter { $0.applies(to: kind) }.map { type(of: $0).descriptor.name }.sorted()
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
}
