import StatusDiagnostics

/// Ensures that fixes make no new finding: one that does is not made. What is only worth a look does not count against an
/// unsafe fix: a task that it completes can then be archived.
///
/// Rules are written so that it cannot happen; this holds them to it where several rules meet.
struct FixGuard {
  /// What a finding is about, whatever it says of it.
  private struct Subject: Hashable {
    let rule: String
    let path: String?
    let task: Int?
    let phase: String?

    /// Unsafe fixes may give phases other numbers, so findings about two phases of a plan are then not told apart.
    init(_ finding: Finding, tellsPhases: Bool = true) {
      rule = finding.rule
      path = finding.location?.path
      task = finding.task
      phase = tellsPhases ? finding.phase : nil
    }
  }

  private let includesUnsafe: Bool
  private let before: [Subject: Int]
  private var withdrawn: Set<Subject> = []
  /// How often fixes have been withdrawn.
  private var attempts = 0

  /// After so many attempts, what made a finding is not known, and no fix is made at all.
  private static let mostAttempts = 4
  /// Rules whose fixes make a status readable: what is then found of it was wrong before.
  private static let revealing: Set = ["unknown-marker"]

  /// A guard over the fixes, the safe ones or all, of a tree with these findings.
  init(_ findings: [Finding], includesUnsafe: Bool) {
    self.includesUnsafe = includesUnsafe
    before = Self.counts(of: findings, includesUnsafe)
  }

  /// Whether no fix may be made any more, because nothing else has helped.
  var givesUp: Bool { attempts > Self.mostAttempts }

  /// Whether the fix of `finding` may be made, as far as is known.
  func allows(_ finding: Finding) -> Bool {
    !givesUp && (withdrawn.isEmpty || !withdrawn.contains(Subject(finding)))
  }

  /// Withdraws those of the `fixed` that made findings which are now among `findings`, the unsafe ones first; false if
  /// there are none.
  mutating func withdraw(_ fixed: [FixedFinding], thatMade findings: [Finding]) -> Bool {
    let counts = Self.counts(of: findings, includesUnsafe)
    let new = counts.filter { $1 > before[$0, default: 0] }.map(\.key)
    if new.isEmpty { return false }
    let tasks = Set(new.compactMap(\.task))
    let paths = Set(new.compactMap(\.path))
    let pathsWithoutTask = Set(new.lazy.filter { $0.task == nil }.compactMap(\.path))
    let culprits = fixed.map(\.finding).filter { fixed in
      if Self.revealing.contains(fixed.rule) { return false }
      // By the task where both have one, and by the file otherwise.
      let suspects = fixed.task == nil ? paths : pathsWithoutTask
      return fixed.task.map(tasks.contains) ?? false
        || fixed.fix?.files.contains { suspects.contains($0.path) } ?? false
    }
    let known = withdrawn.count
    let unsafe = culprits.filter { $0.fix?.applicability == .unsafe && allows($0) }
    withdrawn.formUnion((unsafe.isEmpty ? culprits : unsafe).map { Subject($0) })
    attempts += 1
    return withdrawn.count > known
  }

  private static func counts(of findings: [Finding], _ includesUnsafe: Bool) -> [Subject: Int] {
    let counted = includesUnsafe ? findings.filter { $0.severity > .info } : findings
    return Dictionary(counted.map { (Subject($0, tellsPhases: !includesUnsafe), 1) }, uniquingKeysWith: +)
  }
}
