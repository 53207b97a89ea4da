import StatusDiagnostics

/// Ensures that a safe fix makes no new finding: one that does chooses between claims, and is not made.
///
/// Rules are written so that it cannot happen; this holds them to it where several rules meet.
struct SafeFixGuard {
  /// What a finding is about, whatever it says of it.
  private struct Subject: Hashable {
    let rule: String
    let path: String?
    let task: Int?
    let phase: String?

    init(_ finding: Finding) {
      rule = finding.rule
      path = finding.location?.path
      task = finding.task
      phase = finding.phase
    }
  }

  private let before: [Subject: Int]
  private var withdrawn: Set<Subject> = []
  /// How often fixes have been withdrawn.
  private var attempts = 0

  /// After so many attempts, what made a finding is not known, and no fix is made at all.
  private static let mostAttempts = 4

  /// A guard over the fixes of a tree with these findings.
  init(_ findings: [Finding]) { before = Self.counts(of: findings) }

  /// Whether the fix of `finding` may be made, as far as is known.
  func allows(_ finding: Finding) -> Bool {
    attempts <= Self.mostAttempts && (withdrawn.isEmpty || !withdrawn.contains(Subject(finding)))
  }

  /// Withdraws those of the `fixed` that made findings which are now among `findings`; false if there are none.
  mutating func withdraw(_ fixed: [FixedFinding], thatMade findings: [Finding]) -> Bool {
    let counts = Self.counts(of: findings)
    let new = counts.filter { $1 > before[$0, default: 0] }.map(\.key)
    if new.isEmpty { return false }
    let tasks = Set(new.compactMap(\.task))
    let paths = Set(new.compactMap(\.path))
    let pathsWithoutTask = Set(new.lazy.filter { $0.task == nil }.compactMap(\.path))
    let culprits = fixed.map(\.finding).filter { fixed in
      // By the task where both have one, and by the file otherwise.
      let suspects = fixed.task == nil ? paths : pathsWithoutTask
      return fixed.task.map(tasks.contains) ?? false
        || fixed.fix?.files.contains { suspects.contains($0.path) } ?? false
    }
    let known = withdrawn.count
    withdrawn.formUnion(culprits.map(Subject.init))
    attempts += 1
    return withdrawn.count > known
  }

  private static func counts(of findings: [Finding]) -> [Subject: Int] {
    Dictionary(findings.map { (Subject($0), 1) }, uniquingKeysWith: +)
  }
}
