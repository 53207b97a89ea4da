import StatusDiagnostics
import StatusModel

/// The entries of a baseline that are about one tree, compared with what is found there.
struct AcceptedFindings {
  private let entries: [Baseline.Entry]
  private let fingerprints: Set<String>

  /// The entries of a baseline about one tree.
  init(_ entries: [Baseline.Entry]) {
    self.entries = entries
    fingerprints = Set(entries.lazy.map(\.fingerprint))
  }

  /// Whether the baseline contains `finding`.
  func contain(_ finding: Finding) -> Bool {
    !fingerprints.isEmpty && fingerprints.contains(finding.fingerprint)
  }

  /// The entries whose findings are not among the `findings` of the whole tree. It must be known that the finding is
  /// gone: its rule has run, every file could be read, and the file of the entry is one that was asked about.
  func stale(
    _ findings: [Finding], in workspace: Workspace, _ rules: RulesInForce, _ location: TreeLocation
  ) -> [Baseline.Entry] {
    if entries.isEmpty || workspace.files.contains(where: \.isUnreadable) { return [] }
    return stale(findings) { location.shows($0.path) && rules.wouldReportAgain($0.rule) }
  }

  /// The entries whose findings are not among `findings`, of those that are known to be gone then.
  func stale(_ findings: [Finding], isKnown: (Baseline.Entry) -> Bool) -> [Baseline.Entry] {
    let found = Set(findings.lazy.map(\.fingerprint))
    return entries.filter { !found.contains($0.fingerprint) && isKnown($0) }
  }
}
