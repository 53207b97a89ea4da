import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the status of a phase: its places against each other, and against what its plans prove.
struct GSDStatusRules {
  private let project: GSDProject
  /// The phases into which others were inserted: 2 if there is 2.1.
  private let inserted: Set<String>

  init(_ project: GSDProject) {
    self.project = project
    inserted = Set(project.phases.compactMap(\.number.outer))
  }

  func check(into findings: inout ClaimFindings) {
    for phase in project.phases {
      if !checkPlaces(phase, into: &findings), !checkText(phase, into: &findings) {
        if !checkRollup(phase, into: &findings) { checkRow(phase, into: &findings) }
      }
      checkVerification(phase, into: &findings)
      checkDependencies(phase, into: &findings)
    }
  }

  // MARK: Place against place

  /// Whether the places of the phase contradict each other.
  private func checkPlaces(_ phase: GSDPhase, into findings: inout ClaimFindings) -> Bool {
    let done = phase.places.filter { $0.stage == .done }
    let isTicked = done.contains { $0.kind == .item }
    let open = phase.places.filter { place in
      place.stage == .open || place.stage == .active && place.kind != .item && isTicked
    }
    guard let firstDone = done.first, let firstOpen = open.first else { return false }
    let (isDone, reason) = winner(phase)
    let losers = isDone ? open : done
    findings.report(
      "status-mismatch", .warning, phase.subject,
      .twoStatuses(phase, firstDone, firstOpen), at: losers[0].location,
      claims: (isDone ? done : open).map { $0.claim(phase.subject) }
        + losers.dropFirst().map { $0.claim(phase.subject) },
      help: .winner(isDone, reason), fix: fix(losers, of: phase, isDone: isDone))
    return true
  }

  /// Which status would be taken, and why.
  private func winner(_ phase: GSDPhase) -> (isDone: Bool, reason: String?) {
    if let directory = phase.directory {
      if directory.isDone { return (true, "every plan on disk has its SUMMARY") }
      if directory.isOpen { return (false, "a plan on disk has no SUMMARY") }
    }
    let source = project.roadmap?.file.source
    let hasDate =
      phase.items.contains { $0.completed != nil }
      || phase.rows.contains { row in
        row.completed.flatMap { cell in source.flatMap { WrittenDay(in: $0, cell) } } != nil
      }
    return (true, hasDate ? "a day of completion is written" : nil)
  }

  /// The fix that makes every one of `places` say the same; nil if one of them cannot be written. If the list says when the
  /// phase was completed, a row without a day gets it.
  private func fix(_ places: [GSDPlace], of phase: GSDPhase, isDone: Bool) -> Fix? {
    guard let roadmap = project.roadmap else { return nil }
    var edits = places.compactMap { $0.edit(isDone: isDone, in: roadmap.file.source) }
    guard edits.count == places.count else { return nil }
    if isDone,
      let day = phase.items.lazy.compactMap({ $0.completed?.day }).first
    {
      let cells = phase.rows.filter { !$0.isShifted }.compactMap(\.completed).filter {
        !$0.isEmpty && WrittenDay(in: roadmap.file.source, $0) == nil
      }
      edits.append(.init(path: roadmap.file.source.path, edits: cells.map { TextEdit($0, with: day.text) }))
    }
    let files = Dictionary(grouping: edits, by: \.path).sorted { $0.key < $1.key }.map { path, edits in
      Fix.FileEdits(path: path, edits: edits.flatMap(\.edits).sorted { $0.range < $1.range })
    }
    return Fix(.unsafe, isDone ? "write that it is done" : "write that it is not done", files: files)
  }

  /// Whether an open box has a text that says when the phase was completed.
  private func checkText(_ phase: GSDPhase, into findings: inout ClaimFindings) -> Bool {
    guard let roadmap = project.roadmap, let item = phase.completedItem, let day = item.completed?.day else {
      return false
    }
    findings.report(
      "status-mismatch", .warning, phase.subject, .openButCompleted(phase, day.text),
      at: roadmap.location(item.box.range), claims: project.shipments(of: phase),
      fix: fix(phase.places.filter { $0.status.isUndone }, of: phase, isDone: true))
    return true
  }

  // MARK: Against the plans

  /// Whether the phase is open everywhere although it is done and verified. If its milestone is shipped, that is said
  /// instead.
  private func checkRollup(_ phase: GSDPhase, into findings: inout ClaimFindings) -> Bool {
    guard phase.isOpenButVerified, let directory = phase.directory, let verification = directory.verification,
      let first = phase.first, project.shipments(of: phase).isEmpty
    else { return false }
    let open = phase.places.filter { $0.stage != nil }
    findings.report(
      "rollup-mismatch", phase.severity(.warning), phase.subject,
      .doneAndVerified(phase, directory.plans.count),
      at: first.location,
      claims: phase.claims.dropFirst() + [verification.claim("the verification")],
      fix: fix(open, of: phase, isDone: true))
    return true
  }

  /// A row that says that nothing has begun, while a plan is carried out.
  private func checkRow(_ phase: GSDPhase, into findings: inout ClaimFindings) {
    guard !phase.isDoneSomewhere, let directory = phase.directory, directory.counts.done > 0,
      let row = phase.places.first(where: { $0.kind == .row && $0.stage == .open })
    else { return }
    findings.report(
      "status-mismatch", phase.severity(.warning), phase.subject,
      .begun(phase, row.text.text, directory),
      at: row.location,
      claims: [
        Claim(project.location(of: directory), "\(directory.proof) here")
      ],
      fix: row.text.fix(.unsafe, "In Progress"))
  }

  private func checkVerification(_ phase: GSDPhase, into findings: inout ClaimFindings) {
    guard phase.isDone, let verification = phase.directory?.verification,
      Vocabulary.fold(verification.text) == "gaps-found",
      !inserted.contains(phase.number.text)
    else { return }
    findings.report(
      "status-mismatch", .info, phase.subject, .gaps(phase), at: verification.location, claims: phase.claims)
  }

  // MARK: Dependencies

  private func checkDependencies(_ phase: GSDPhase, into findings: inout ClaimFindings) {
    guard phase.isDone, let roadmap = project.roadmap else { return }
    let source = roadmap.file.source
    for section in phase.sections {
      guard let value = section.fields["depends on"], !Self.isSoft(source, value) else { continue }
      let open = PhaseList.dependencies(in: source, value, code: project.code).numbers
        .compactMap { project.phase($0, beside: phase) }
        .filter { $0.number != phase.number && $0.isOpen && $0.directory?.isDone != true }
      guard !open.isEmpty else { continue }
      findings.report(
        "unmet-dependency", .warning, phase.subject, .unmet(phase, open), at: roadmap.location(value),
        claims: open.flatMap(\.claims))
    }
  }

  /// Whether a value says that the dependency does not bind.
  private static func isSoft(_ source: SourceText, _ value: ByteRange) -> Bool {
    let text = source.text(value).lowercased()
    return [
      "parallel", "soft", "optional", "partial", "unless", "not hard", "nice-to-have", "recommended",
      "independent",
    ]
    .contains { text.contains(text: $0) }
  }
}

extension GSDProject {
  /// The place of a directory.
  func location(of directory: PhaseDirectory) -> Location {
    Location(path: tree.whole(directory.path), range: .zero)
  }

  /// The place of a file, by its path from the root.
  func location(ofFile path: String) -> Location { Location(path: tree.whole(path), range: .zero) }
}

extension String {
  fileprivate static func twoStatuses(_ phase: GSDPhase, _ done: GSDPlace, _ open: GSDPlace) -> String {
    "\(phase.subject) is \"\(done.text.text)\" \(done.kind.name), but \"\(open.text.text)\" \(open.kind.name)"
  }
  fileprivate static func winner(_ isDone: Bool, _ reason: String?) -> String? {
    reason.map { "the phase is \(isDone ? "done" : "not done") by the evidence: \($0)" }
  }
  fileprivate static func openButCompleted(_ phase: GSDPhase, _ day: String) -> String {
    "the box of \(phase.subject) is open, but its text says that it was completed on \(day)"
  }
  fileprivate static func doneAndVerified(_ phase: GSDPhase, _ count: Int) -> String {
    "\(phase.subject) is not done here, but \(count == 1 ? "its plan has" : "all \(count) plans have") a SUMMARY and its verification passed"
  }
  fileprivate static func begun(_ phase: GSDPhase, _ text: String, _ directory: PhaseDirectory) -> String {
    "\(phase.subject) is \"\(text)\" in the Progress table, but \(directory.proof)"
  }
  fileprivate static func gaps(_ phase: GSDPhase) -> String {
    "\(phase.subject) is done, but its verification found gaps"
  }
  fileprivate static func unmet(_ phase: GSDPhase, _ open: [GSDPhase]) -> String {
    "\(phase.subject) is done, but it depends on \(open.map(\.subject).joined(separator: " and ")), which \(open.count == 1 ? "is" : "are") not"
  }
}
