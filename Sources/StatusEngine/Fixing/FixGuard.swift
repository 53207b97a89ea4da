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
  private let causesBefore: Set<FindingCause>
  private var withdrawn: Set<Subject> = []
  private var withdrawnCauses: Set<FindingCause> = []
  /// How often fixes of whole files and tasks have been withdrawn.
  private var attempts = 0
  /// How often fixes of single subjects have been withdrawn.
  private var narrowAttempts = 0

  /// After so many attempts, what made a finding is not known, and no fix is made at all.
  private static let mostAttempts = 4
  /// After so many attempts, the subjects of new findings are not looked at any more.
  private static let mostNarrowAttempts = 16
  /// Rules whose fixes make a status readable: what is then found of it was wrong before.
  private static let revealing: Set = ["unknown-marker"]

  /// A guard over the fixes, the safe ones or all, of a tree with these findings.
  init(_ findings: [Finding], includesUnsafe: Bool) {
    self.includesUnsafe = includesUnsafe
    before = Self.counts(of: findings, includesUnsafe)
    causesBefore = Set(findings.lazy.map { FindingCause($0) })
  }

  /// Whether no fix may be made any more, because nothing else has helped.
  var givesUp: Bool { attempts > Self.mostAttempts }

  /// Whether fixes are held back.
  var holdsBack: Bool { !withdrawn.isEmpty || !withdrawnCauses.isEmpty }

  /// Whether the fix of `finding` may be made, as far as is known.
  func allows(_ finding: Finding) -> Bool {
    !givesUp && (withdrawn.isEmpty || !withdrawn.contains(Subject(finding)))
      && (withdrawnCauses.isEmpty || !withdrawnCauses.contains(FindingCause(finding)))
  }

  /// Withdraws those of the `fixed` that made findings which are now among `findings`, the unsafe ones first; false if
  /// there are none.
  mutating func withdraw(_ fixed: [FixedFinding], thatMade findings: [Finding]) -> Bool {
    let counts = Self.counts(of: findings, includesUnsafe)
    let new = counts.filter { $1 > before[$0, default: 0] }.map(\.key)
    if new.isEmpty { return false }
    let fixed = fixed.map(\.finding).filter { !Self.revealing.contains($0.rule) }
    if withdrawSubjects(of: fixed, thatMade: findings, new: Set(new)) { return true }
    let tasks = Set(new.compactMap(\.task))
    let paths = Set(new.compactMap(\.path))
    let pathsWithoutTask = Set(new.lazy.filter { $0.task == nil }.compactMap(\.path))
    let culprits = fixed.filter { fixed in
      // By the task where both have one, and by the file otherwise.
      let suspects = fixed.task == nil ? paths : pathsWithoutTask
      return fixed.task.map(tasks.contains) ?? false
        || fixed.fix?.files.contains { suspects.contains($0.path) } ?? false
    }
    let known = withdrawn.count
    withdrawn.formUnion(unsafeFirst(culprits).map { Subject($0) })
    attempts += 1
    return withdrawn.count > known
  }

  /// Withdraws those of the `fixed` that are about the same subject of another format as a new one of the `findings`, and
  /// change a file in which that has a place; false if there are none.
  private mutating func withdrawSubjects(
    of fixed: [Finding], thatMade findings: [Finding], new: Set<Subject>
  ) -> Bool {
    guard narrowAttempts < Self.mostNarrowAttempts else { return false }
    var places: [String: Set<String>] = [:]
    for finding in findings where finding.task == nil && !finding.evidence.isEmpty {
      guard new.contains(Subject(finding, tellsPhases: !includesUnsafe)),
        !causesBefore.contains(FindingCause(finding))
      else { continue }
      places[finding.evidence, default: []].formUnion(
        finding.related.map(\.location.path) + [finding.location?.path].compactMap { $0 })
    }
    let culprits = fixed.filter { fixed in
      guard fixed.task == nil, let places = places[fixed.evidence] else { return false }
      return fixed.fix?.files.contains { places.contains($0.path) } ?? false
    }
    let known = withdrawnCauses.count
    withdrawnCauses.formUnion(unsafeFirst(culprits).map { FindingCause($0) })
    narrowAttempts += 1
    return withdrawnCauses.count > known
  }

  /// The unsafe ones of the fixed findings, or all if no unsafe one may be made any more.
  private func unsafeFirst(_ fixed: [Finding]) -> [Finding] {
    let unsafe = fixed.filter { $0.fix?.applicability == .unsafe && allows($0) }
    return unsafe.isEmpty ? fixed : unsafe
  }

  private static func counts(of findings: [Finding], _ includesUnsafe: Bool) -> [Subject: Int] {
    let counted = includesUnsafe ? findings.filter { $0.severity > .info } : findings
    return Dictionary(counted.map { (Subject($0, tellsPhases: !includesUnsafe), 1) }, uniquingKeysWith: +)
  }
}
