import StatusDiagnostics
import StatusFileSystem
import StatusModel
import StatusRules
import StatusRuntime

/// A snapshot as rules judge it, without the findings that comments suppress, and with everything that it takes to judge
/// it again after a change.
package struct Inspection: JudgedTree {
  /// What is looked for.
  package struct Settings: Sendable {
    /// The tree, and which of its findings are wanted.
    let location: TreeLocation
    /// How many threads; nil for one a processor.
    let jobs: Int?
    /// The tree before the change, if a change is judged.
    let earlier: Workspace?
    /// The entries of the baseline that are about the tree.
    let accepted: AcceptedFindings
    /// The files before the change, if only findings in changed lines are wanted.
    let base: (any TreeSource)?
    /// The only rules whose findings are wanted; nil for all that are on.
    let rules: Set<String>?

    /// What is found in the tree at `location`, compared with what it was `earlier`; with `base`, only what is found in
    /// lines that are not in its files; with `rules`, only what these find.
    package init(
      _ location: TreeLocation, jobs: Int? = nil, earlier: Workspace? = nil, baseline: [Baseline.Entry] = [],
      base: (any TreeSource)? = nil, rules: Set<String>? = nil
    ) {
      self.location = location
      self.jobs = jobs
      self.earlier = earlier
      accepted = AcceptedFindings(baseline)
      self.base = base
      self.rules = rules
    }
  }

  /// What is judged.
  package let snapshot: Snapshot
  /// The wanted findings with their severities, also those in the baseline, in the order of reports. Fixes that cannot
  /// be made are left out of them.
  package let findings: [Finding]
  /// The wanted findings that comments suppress, in the same order.
  private let suppressed: [SetAsideFinding]
  /// The entries of the baseline whose findings are gone.
  private let stale: [Baseline.Entry]
  /// The change, if one is judged.
  package let change: Change?
  private let settings: Settings

  /// `snapshot` as its rules judge it.
  package init(_ snapshot: Snapshot, _ settings: Settings) {
    self.snapshot = snapshot
    self.settings = settings
    let comparison = settings.earlier.map(Comparison.init)
    let engine = CheckEngine(
      snapshot.workspace, comparison: comparison, rules: snapshot.rules, wanted: settings.rules)
    let parts = Parallel.map(count: engine.partCount, jobs: settings.jobs, serialBelow: 2) {
      engine.run(part: $0)
    }
    change = comparison?.change
    var findings = parts.flatMap { $0 }
    for (index, early) in snapshot.findings.enumerated() where !early.isEmpty {
      let wanted = settings.rules.map { rules in early.filter { rules.contains($0.rule) } } ?? early
      findings += engine.judged(wanted, ofFile: index)
    }
    var suppressions = Suppressions(snapshot.workspace)
    var setAside: [SetAsideFinding] = []
    if !suppressions.isEmpty {
      setAside = suppressions.setAside(from: &findings)
      // Only when all rules have run it is known which comments are useless.
      if settings.rules == nil {
        findings += engine.found(in: &suppressions, comparesChange: settings.earlier != nil)
      }
    }
    var editable = EditableFiles(snapshot.workspace)
    for index in findings.indices where findings[index].fix != nil {
      findings[index] = editable.withoutImpossibleFix(findings[index])
    }
    findings = CheckEngine.numbered(CheckEngine.sorted(findings))
    // A check of what has changed does not tell what is gone.
    stale =
      settings.base == nil
      ? settings.accepted.stale(findings, in: snapshot.workspace, snapshot.rules, settings.location) : []
    let filter = FindingFilter(settings.location, snapshot.workspace)
    findings = findings.filter { filter.shows($0) }
    setAside = setAside.filter { filter.shows($0.finding) }
    if let base = settings.base {
      var changes = ChangedPlaces(since: base, in: snapshot)
      findings = findings.filter { changes.concern($0) }
      setAside = setAside.filter { changes.concern($0.finding) }
    }
    self.findings = findings
    suppressed = setAside
  }

  /// Whether a finding of the rule named `rule` has no fix.
  package func lacksFix(of rule: String) -> Bool { findings.contains { $0.rule == rule && $0.fix == nil } }

  /// The same inspection, for which it is known when tasks and phases have got their statuses.
  package func knowing(_ arrivals: StatusArrivals) -> Inspection {
    arrivals.isEmpty ? self : Inspection(snapshot.knowing(arrivals), settings)
  }

  /// The inspection of the snapshot with `bytes` in some of its files, by path.
  package func updating(_ bytes: [String: [UInt8]]) throws(FileSystemError) -> Inspection {
    Inspection(try snapshot.updating(bytes.mapValues { $0 }), settings)
  }

  package func bytes(at path: String) -> [UInt8]? { snapshot.workspace.file(at: path)?.source.bytes }

  package func isReadable(_ path: String) -> Bool {
    snapshot.workspace.file(at: path)?.outcome == .parsed
  }

  /// What reports are made from: the findings, those that were `fixed`, and the files with the bytes of those that
  /// findings point into. With `onlyFixed`, what remains is left out.
  package func result(fixed: [FixedFinding] = [], onlyFixed: Bool = false) -> CheckResult {
    let accepted = findings.filter { settings.accepted.contain($0) }.map { SetAsideFinding($0, .baselined) }
    let counted = accepted.isEmpty ? findings : findings.filter { !settings.accepted.contain($0) }
    let shown = onlyFixed ? [] : counted
    let workspace = snapshot.workspace
    var result = CheckResult(
      trees: [
        CheckedTree(
          root: settings.location.root.path, profile: workspace.profile.name,
          profileReason: workspace.detection.reason)
      ], findings: shown, files: files(shownIn: shown, fixed), failOn: nil, seconds: 0, fixed: fixed)
    result.setAside = accepted.isEmpty ? suppressed : CheckEngine.sorted(suppressed + accepted)
    result.stale = stale
    return result
  }

  private func files(shownIn findings: [Finding], _ fixed: [FixedFinding]) -> [CheckedFile] {
    let rules = TrackedFile.Kind.allCases.map { snapshot.rules.names(for: $0) }
    var needed: Set<String> = []
    for finding in findings + suppressed.map(\.finding) {
      if let location = finding.location { needed.insert(location.path) }
      for related in finding.related { needed.insert(related.location.path) }
    }
    let suppressed = suppressedRules
    let corrected = Set(fixed.lazy.compactMap { $0.finding.location?.path })
    return snapshot.workspace.files.compactMap { file in
      let isNeeded = needed.contains(file.path)
      // A file whose findings are not shown may still be one side of a contradiction.
      guard settings.location.shows(file.path) || isNeeded || corrected.contains(file.path) else {
        return nil
      }
      return CheckedFile(
        path: file.path, outcome: file.outcome, source: isNeeded ? snapshot.source(of: file) : file.source,
        rules: rules[file.kind.rawValue], suppressed: suppressed[file.path]?.sorted() ?? [])
    }
  }

  /// The rules that are suppressed in each file, by its path.
  private var suppressedRules: [String: Set<String>] {
    var rules: [String: Set<String>] = [:]
    for setAside in suppressed {
      guard let path = setAside.finding.location?.path else { continue }
      rules[path, default: []].insert(setAside.finding.rule)
    }
    return rules
  }
}
