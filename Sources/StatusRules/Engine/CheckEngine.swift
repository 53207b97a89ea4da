import StatusDiagnostics
import StatusModel

/// Runs the selected rules over a workspace, in parts that do not depend on each other.
package struct CheckEngine: Sendable {
  /// A part of the work.
  private enum Part: Sendable {
    /// Every file rule, on a few files.
    case files(Range<Int>)
    /// One rule for files, by its index, on one large file.
    case file(Int, rule: Int)
    /// One rule for trees.
    case tree(any TreeRule)
  }

  private let workspace: Workspace
  private let selection: RuleSelection
  /// The selected rules for files, and their names: asking a rule for its description is not free.
  private let fileRules: [any FileRule]
  private let names: [String]
  /// For each of them, the subjects on which it is off: in files that are in force, and in others.
  private let silent: [(current: Set<Finding.Subject>, other: Set<Finding.Subject>)]
  /// For each kind of file, the indices of the rules that apply.
  private let rulesByKind: [TrackedFile.Kind: [Int]]
  private let parts: [Part]

  /// The work of checking `workspace` with the rules of `selection`.
  package init(_ workspace: Workspace, selection: RuleSelection) {
    self.workspace = workspace
    self.selection = selection
    var fileRules: [any FileRule] = []
    var parts: [Part] = []
    for rule in RuleCatalogue.rules where selection.includes(rule.descriptor) {
      switch rule {
      case .file(let rule): fileRules.append(rule)
      case .tree(let rule): parts.append(.tree(rule))
      }
    }
    self.fileRules = fileRules
    names = fileRules.map { type(of: $0).descriptor.name }
    silent = fileRules.map { rule in
      let descriptor = type(of: rule).descriptor
      func subjects(_ isCurrent: Bool) -> Set<Finding.Subject> {
        selection.silentSubjects(of: descriptor, in: workspace.profile, isInCurrentFile: isCurrent)
      }
      return (subjects(true), subjects(false))
    }
    rulesByKind = Dictionary(
      uniqueKeysWithValues: TrackedFile.Kind.allCases.map { kind in
        (kind, Self.indices(of: fileRules, for: kind))
      })
    // The task list and the registry are one file each, however many tasks there are: rule by rule.
    for (index, file) in workspace.files.enumerated() where Self.isLarge(file) {
      parts += (rulesByKind[file.kind] ?? []).map { .file(index, rule: $0) }
    }
    parts += stride(from: 0, to: workspace.files.count, by: Self.filesInPart).map {
      .files($0..<min($0 + Self.filesInPart, workspace.files.count))
    }
    self.parts = parts
  }

  private static let filesInPart = 64

  private static func indices(of rules: [any FileRule], for kind: TrackedFile.Kind) -> [Int] {
    rules.indices.filter { rules[$0].applies(to: kind) }
  }

  private static func isLarge(_ file: TrackedFile) -> Bool { file.kind == .taskList || file.kind == .registry }

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
      var findings: [Finding] = []
      check(workspace.files[file], with: rule, isCurrent: true, &findings)
      return findings
    case .files(let range):
      var findings: [Finding] = []
      for index in range {
        let file = workspace.files[index]
        if Self.isLarge(file) { continue }
        let isCurrent = file.kind != .plan || workspace.currentPlans.contains(index)
        for rule in rulesByKind[file.kind] ?? [] { check(file, with: rule, isCurrent: isCurrent, &findings) }
      }
      return findings
    }
  }

  private func check(_ file: TrackedFile, with rule: Int, isCurrent: Bool, _ findings: inout [Finding]) {
    let silent = isCurrent ? silent[rule].current : silent[rule].other
    if silent.count == Finding.Subject.allCases.count { return }
    var collector = FindingCollector(rule: names[rule], silent: silent)
    fileRules[rule].check(file, in: workspace, into: &collector)
    if collector.findings.isEmpty { return }
    findings += judged(collector.findings, of: type(of: fileRules[rule]).descriptor, isCurrent: isCurrent)
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
    (rulesByKind[kind] ?? []).map { names[$0] }.sorted()
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
