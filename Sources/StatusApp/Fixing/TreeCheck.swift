import StatusDiagnostics
import StatusEngine
import StatusFileSystem
import StatusModel
import StatusRules
import StatusRuntime

/// Checks one tree with the selected rules, and filters the findings.
struct TreeCheck: Sendable {
  let location: TreeLocation
  let selection: RuleSelection
  let jobs: Int?
  /// The tree before the change, if a change is checked.
  let earlier: Workspace?
  private let inspector: FileInspector

  /// Judges the tree at `location` with the rules of `selection`, as `profile` has them, and compares it with what it was
  /// `earlier`.
  init(
    _ location: TreeLocation, _ selection: RuleSelection, profile: Profile, jobs: Int?,
    earlier: Workspace? = nil
  ) {
    self.earlier = earlier
    self.location = location
    self.selection = selection
    self.jobs = jobs
    inspector = FileInspector(selection: selection, profile: profile)
  }

  /// The findings that are to be shown, in the order of reports. Fixes that cannot be made are left out of them.
  func findings(in tree: Snapshot) -> [Finding] {
    let engine = CheckEngine(
      tree.workspace, earlier: earlier, selection: selection, inspector: inspector)
    let parts = Parallel.map(count: engine.partCount, jobs: jobs, serialBelow: 2) { engine.run(part: $0) }
    var findings = parts.flatMap { $0 }
    for index in tree.findings.indices where !tree.findings[index].isEmpty {
      findings += engine.judged(tree.findings[index], ofFile: index)
    }
    var editable = EditableFiles(tree.workspace)
    for index in findings.indices where findings[index].fix != nil {
      findings[index] = editable.withoutImpossibleFix(findings[index])
    }
    let filter = FindingFilter(location, tree.workspace)
    return CheckEngine.sorted(findings.filter { filter.shows($0) })
  }

  /// What reports are made from: `findings`, and the files with the bytes of those that findings point into.
  func result(_ tree: Snapshot, _ findings: [Finding], fixed: [FixedFinding] = []) -> CheckResult {
    CheckResult(
      trees: [
        CheckedTree(
          root: location.root.path, profile: tree.workspace.profile.name,
          profileReason: tree.workspace.detection.reason)
      ], findings: findings, files: files(of: tree, shownIn: findings, fixed), failOn: nil, seconds: 0,
      fixed: fixed)
  }

  private func files(of tree: Snapshot, shownIn findings: [Finding], _ fixed: [FixedFinding])
    -> [CheckedFile]
  {
    let rules = TrackedFile.Kind.allCases.map { inspector.ruleNames(for: $0) }
    var needed: Set<String> = []
    for finding in findings {
      if let location = finding.location { needed.insert(location.path) }
      for related in finding.related { needed.insert(related.location.path) }
    }
    let corrected = Set(fixed.lazy.compactMap { $0.finding.location?.path })
    return tree.workspace.files.compactMap { file in
      let isNeeded = needed.contains(file.path)
      // A file whose findings are not shown may still be one side of a contradiction.
      guard location.shows(file.path) || isNeeded || corrected.contains(file.path) else { return nil }
      return CheckedFile(
        path: file.path, outcome: file.outcome, source: isNeeded ? tree.source(of: file) : file.source,
        rules: rules[file.kind.rawValue])
    }
  }
}
