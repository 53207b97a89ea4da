/// The result of one check, which every report is made from.
package struct CheckResult: Sendable {
  /// The trees that were checked, in the order in which they were asked for.
  package var trees: [CheckedTree]
  /// The findings to report, in this order: path, position, rule. Findings without a file are last.
  package var findings: [Finding]
  /// The findings that were fixed, in the same order.
  package var fixed: [FixedFinding]
  /// The findings that do not count, in the same order: suppressed, or in the baseline.
  package var setAside: [SetAsideFinding] = []
  /// Every task, for formats that show the tasks themselves; otherwise empty.
  package var tasks: [TaskOverview] = []
  /// The entries of the baseline whose findings are gone.
  package var stale: [Baseline.Entry] = []
  /// Every file that was read, sorted by path.
  package var files: [CheckedFile]
  /// Findings of at least this severity make the exit code 1; nil for never.
  package var failOn: Severity?
  /// Wall time of the check, in seconds.
  package var seconds: Double
  /// Whether findings were compared with a baseline.
  package var usesBaseline = false
  /// Whether everything was done that was asked for; otherwise, a tree could not be fixed.
  package var isComplete = true
  /// The exit code of the check.
  package var exitCode = 0
  /// Whether only fixed findings are reported; `findings` is then empty.
  package var showsOnlyFixed = false
  /// Whether reports that list what is wrong also list what is suppressed.
  package var showsSuppressed = false

  /// The result of a check.
  package init(
    trees: [CheckedTree], findings: [Finding], files: [CheckedFile], failOn: Severity?, seconds: Double,
    fixed: [FixedFinding] = []
  ) {
    self.trees = trees
    self.findings = findings
    self.fixed = fixed
    self.files = files
    self.failOn = failOn
    self.seconds = seconds
  }

  /// The profiles' names, each once: "opencode".
  package var profile: String { Self.joined(trees.map(\.profile), by: ", ") }
  /// The reason for these profiles: "most entries have task_type".
  package var profileReason: String { Self.joined(trees.map(\.profileReason), by: "; ") }

  /// The suppressed findings that are to be listed, and the reasons.
  package var listedSuppressions: [(finding: Finding, reason: String?)] {
    guard showsSuppressed else { return [] }
    return setAside.compactMap { setAside in
      guard case .suppressed(_, let reason) = setAside.cause else { return nil }
      return (setAside.finding, reason)
    }
  }

  private static func joined(_ texts: [String], by separator: String) -> String {
    texts.enumerated().filter { !texts[..<$0].contains($1) }.map(\.element).joined(separator: separator)
  }

  /// Whether `finding` makes the exit code 1.
  package func fails(_ finding: Finding) -> Bool {
    failOn.map { finding.severity >= $0 } ?? false
  }
}
