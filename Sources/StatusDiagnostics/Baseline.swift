/// The findings that a team has accepted for now. They do not count, until they are gone.
package struct Baseline: Sendable, Equatable {
  /// A finding in the baseline: what identifies it, and what tells people which one it is.
  package struct Entry: Hashable, Sendable {
    /// The fingerprint of the finding.
    package let fingerprint: String
    /// The name of its rule.
    package let rule: String
    /// Its file when it was added, from the repository root.
    package let path: String
    /// The number of its task, if there is one.
    package let task: Int?
    /// The number of its phase as written, if there is one.
    package let phase: String?
    /// The text that was found.
    package let evidence: String

    /// An entry as it is in a file.
    package init(
      fingerprint: String, rule: String, path: String, task: Int?, phase: String?, evidence: String
    ) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.path = path
      self.task = task
      self.phase = phase
      self.evidence = evidence
    }

    /// The entry of `finding`.
    package init(_ finding: Finding) {
      self.init(
        fingerprint: finding.fingerprint, rule: finding.rule, path: finding.location?.path ?? "",
        task: finding.task, phase: finding.phase, evidence: finding.foundText)
    }
  }

  /// The entries, in the order of the file: by path, task, rule and text, so that what belongs together is together.
  package private(set) var entries: [Entry]

  /// A baseline of these entries; of those that are equal, one is kept.
  package init(_ entries: some Sequence<Entry>) {
    self.entries = Set(entries).sorted {
      ($0.path, $0.task ?? 0, $0.phase ?? "", $0.rule, $0.evidence, $0.fingerprint)
        < ($1.path, $1.task ?? 0, $1.phase ?? "", $1.rule, $1.evidence, $1.fingerprint)
    }
  }

  /// The baseline without the `stale` entries, and with those of the `added` findings.
  package func updated(without stale: [Entry], adding added: [Finding]) -> Baseline {
    let gone = Set(stale)
    return Baseline(entries.filter { !gone.contains($0) } + added.map(Entry.init))
  }
}
