import StatusClaims
import StatusDiagnostics
import StatusFormats
import StatusModel
import StatusRules
import StatusText

/// A root of another format as its rules judge it, without the findings that comments suppress.
package struct PlanInspection: JudgedTree {
  /// What is looked for.
  package struct Settings: Sendable {
    let location: TreeLocation
    let accepted: AcceptedFindings
    let base: (any TreeSource)?
    let earlier: PlanSnapshot?

    /// What is found in the root at `location`; with `base`, only what is found in lines that are not in its files; with
    /// `earlier`, only what was not found in the root as it was then.
    package init(
      _ location: TreeLocation, baseline: [Baseline.Entry] = [], base: (any TreeSource)? = nil,
      earlier: PlanSnapshot? = nil
    ) {
      self.location = location
      accepted = AcceptedFindings(baseline)
      self.base = base
      self.earlier = earlier
    }
  }

  /// What is judged.
  package let snapshot: PlanSnapshot
  package let findings: [Finding]
  private let suppressed: [SetAsideFinding]
  private let stale: [Baseline.Entry]
  private let settings: Settings

  /// `snapshot` as its format judges it.
  package init(_ snapshot: PlanSnapshot, _ settings: Settings) {
    self.snapshot = snapshot
    self.settings = settings
    var collected = ClaimFindings()
    snapshot.format.check(snapshot.tree, into: &collected)
    Self.reportFailures(snapshot, into: &collected)
    var findings = collected.findings.compactMap { Self.judged($0, snapshot.settings.selection) }
    let comments = Self.comments(in: snapshot)
    var suppressions = Suppressions(comments)
    var setAside = suppressions.isEmpty ? [] : suppressions.setAside(from: &findings)
    let rules = comments.isEmpty ? [] : snapshot.format.rules
    for (path, comments) in comments {
      guard let source = snapshot.file(at: path)?.source else { continue }
      let uses = suppressions.uses(
        of: comments, in: source, about: .file, isComplete: snapshot.failures.isEmpty
      ) {
        rules.contains($0.name)
          && snapshot.settings.selection.severity(ofFormat: .warning, $0.name, at: path) != .off
      }
      findings += Self.findings(about: uses).compactMap { Self.judged($0, snapshot.settings.selection) }
    }
    for index in findings.indices where !Self.mayFix(findings[index], in: snapshot) {
      findings[index].fix = nil
    }
    findings = CheckEngine.numbered(CheckEngine.sorted(findings))
    if let earlier = settings.earlier {
      findings = FindingCause.new(
        findings, since: PlanInspection(earlier, Settings(settings.location)).findings)
    }
    let location = settings.location
    let mayBeGone = settings.base == nil && snapshot.failures.isEmpty
    let known = snapshot.format.reported
    stale =
      mayBeGone
      ? settings.accepted.stale(findings) {
        location.shows($0.path) && known.contains($0.rule)
          && snapshot.settings.selection.severity(ofFormat: .warning, $0.rule, at: $0.path) != .off
      } : []
    func isWanted(_ finding: Finding) -> Bool {
      guard !location.shown.isEmpty, let path = finding.location?.path else { return true }
      return location.shows(path) || finding.related.contains { location.shows($0.location.path) }
        || finding.missingFrom.contains { location.shows($0) }
    }
    findings = findings.filter(isWanted)
    setAside = setAside.filter { isWanted($0.finding) }
    if let base = settings.base {
      var changes = ChangedPlaces(since: base) { path in
        snapshot.file(at: path).map { .bytes($0.source.bytes) } ?? .absent
      }
      findings = findings.filter { changes.concern($0) }
      setAside = setAside.filter { changes.concern($0.finding) }
    }
    self.findings = findings
    suppressed = setAside
  }

  /// The roots of other formats in `source`, as their rules judge them; those that cannot be read are left out.
  package static func all(in source: any TreeSource, _ settings: PlanSnapshot.Settings) -> [PlanInspection] {
    PlanDiscovery(source).roots(below: "").compactMap { root in
      guard let format = PlanFormats.named(root.format),
        let snapshot = try? PlanSnapshot.read(format, at: root.path, from: source, settings)
      else { return nil }
      let location = TreeLocation(repository: "", root: SpecsRoot(path: root.path), format: root.format)
      return PlanInspection(snapshot, Settings(location))
    }
  }

  private static func reportFailures(_ snapshot: PlanSnapshot, into findings: inout ClaimFindings) {
    for (path, reason) in snapshot.failures.sorted(by: { $0.key < $1.key }) {
      findings.report(
        "unreadable-file", .error, path, "the file cannot be read: \(reason)",
        at: Location(path: path, range: .zero))
    }
  }

  /// `finding` with its severity; nil if it is not to be reported.
  private static func judged(_ finding: Finding, _ selection: RuleSelection) -> Finding? {
    var finding = finding
    finding.severity = selection.severity(
      ofFormat: finding.severity, finding.rule, at: finding.location?.path)
    if finding.severity == .off { return nil }
    return finding.related.contains { selection.ignores(finding.rule, at: $0.location.path) } ? nil : finding
  }

  /// The comments to us in the Markdown and YAML files, by their paths.
  private static func comments(in snapshot: PlanSnapshot) -> [String: [SuppressionComment]] {
    var comments: [String: [SuppressionComment]] = [:]
    for file in snapshot.tree.files.values {
      let found =
        if case .yaml(let tree) = file.content {
          SuppressionComment.all(in: tree)
        } else {
          SuppressionComment.all(in: file.source, file.outline)
        }
      if !found.isEmpty { comments[file.source.path] = found }
    }
    return comments
  }

  /// What is wrong with comments, of which it is known what they have suppressed.
  private static func findings(about uses: [SuppressionUse]) -> [Finding] {
    RuleCatalogue.rules.flatMap { scoped -> [Finding] in
      guard case .suppression(let rule) = scoped else { return [] }
      var found = FindingCollector(rule: type(of: rule).descriptor.name)
      for use in uses { rule.check(use, into: &found) }
      return found.findings.map { finding in
        var finding = finding
        finding.severity = type(of: rule).descriptor.severity
        return finding
      }
    }
  }

  /// Whether the fix of a finding may be made. A file with a conflict of versions is two texts.
  private static func mayFix(_ finding: Finding, in snapshot: PlanSnapshot) -> Bool {
    finding.fix?.files.allSatisfy { file in
      snapshot.file(at: file.path).map { !$0.hasConflict } ?? false
    } ?? true
  }

  package func bytes(at path: String) -> [UInt8]? { snapshot.file(at: path)?.source.bytes }

  package func isReadable(_ path: String) -> Bool { snapshot.file(at: path)?.isReadable ?? false }

  package func updating(_ bytes: [String: [UInt8]]) -> PlanInspection {
    PlanInspection(snapshot.updating(bytes), settings)
  }

  package func fixed(
    allowsUnsafe: Bool, onlyPath: String?, wants: @escaping (Finding, Fix, (String) -> [UInt8]?) -> Bool
  ) throws(FixFault) -> FixEngine<PlanInspection>.Outcome {
    try guardedFixes(allowsUnsafe: allowsUnsafe, onlyPath: onlyPath, wants: wants)
  }

  package func result(fixed: [FixedFinding], onlyFixed: Bool) -> CheckResult {
    let accepted = findings.filter { settings.accepted.contain($0) }.map { SetAsideFinding($0, .baselined) }
    let counted = accepted.isEmpty ? findings : findings.filter { !settings.accepted.contain($0) }
    let tree = CheckedTree(
      root: settings.location.root.path, format: snapshot.format.name, files: snapshot.tree.files.count)
    var result = CheckResult(
      trees: [tree], findings: onlyFixed ? [] : counted, files: files, failOn: nil, seconds: 0, fixed: fixed)
    result.setAside = accepted.isEmpty ? suppressed : CheckEngine.sorted(suppressed + accepted)
    result.stale = stale
    return result
  }

  private var files: [CheckedFile] {
    let rules = snapshot.format.reported.sorted()
    let read = snapshot.tree.files.values.map { file in
      CheckedFile(path: file.source.path, outcome: .parsed, source: file.source, rules: rules)
    }
    let failed = snapshot.failures.map { path, reason in
      CheckedFile(
        path: path, outcome: .failed(reason), source: SourceText(path: path, bytes: []), rules: rules)
    }
    return (read + failed).sorted { $0.path < $1.path }
  }
}
