import StatusClaims
import StatusDiagnostics
import StatusText

/// What is judged of the plans and requirements of a phase: boxes, and the files that prove that they are done.
struct GSDPlanRules {
  private let project: GSDProject
  /// Whether the root writes summaries at all.
  private let hasSummaries: Bool
  /// The phases to which the roadmap gives each requirement.
  private let owners: [String: Set<GSDNumber>]
  /// The rows of requirements that are not done, by their only phase.
  private let openRows: [GSDNumber: [Requirements.Row]]
  /// The first item of each requirement.
  private let items: [String: Requirements.Item]

  init(_ project: GSDProject) {
    self.project = project
    let requirements = project.requirements
    let rows = (requirements?.rows ?? []).filter { $0.phases.numbers.count == 1 && $0.status.isUndone }
    openRows = Dictionary(grouping: rows) { $0.phases.numbers[0] }
    items = Dictionary(
      (requirements?.items ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    owners = project.owners.mapValues { Set($0.map(\.number)) }
    hasSummaries = project.directories.contains {
      $0.isSummarizedAsWhole || $0.plans.contains { $0.summary != nil }
    }
  }

  func check(into findings: inout ClaimFindings) {
    for phase in project.phases {
      checkBoxes(phase, into: &findings)
      checkArtifacts(phase, into: &findings)
      checkOpenPlans(phase, into: &findings)
      checkRequirements(phase, into: &findings)
    }
    for directory in project.directories where !directory.number.isBacklog {
      checkFiles(directory, into: &findings)
    }
  }

  private func location(_ box: GSDBox) -> Location {
    Location(path: project.tree.whole("ROADMAP.md"), range: box.range)
  }

  private func claim(_ phase: GSDPhase, _ plan: Roadmap.Plan) -> Claim {
    Claim(location(plan.box), "the box of plan \(phase.name(plan.key)) is here")
  }

  /// The plan with this key in the directory that proves what was done.
  private func proof(_ phase: GSDPhase, _ key: PlanKey) -> PhaseDirectory.Plan? {
    guard let directory = phase.directory, !directory.isSummarizedAsWhole else { return nil }
    return directory.plan(key)
  }

  /// Boxes of plans that are open although there is a SUMMARY.
  private func checkBoxes(_ phase: GSDPhase, into findings: inout ClaimFindings) {
    let open = phase.plans.compactMap { plan -> (plan: Roadmap.Plan, summary: String)? in
      guard plan.status.stage == .open, let proof = proof(phase, plan.key), proof.isDone,
        let summary = proof.summary
      else { return nil }
      return (plan, summary)
    }
    guard let first = open.first else { return }
    let edits = open.map { TextEdit($0.plan.box.range, with: "[x]") }.sorted { $0.range < $1.range }
    findings.report(
      "status-mismatch", phase.severity(.warning), phase.subject,
      .openWithSummary(phase, open.map { phase.name($0.plan.key) }), at: location(first.plan.box),
      claims: open.flatMap { plan, summary in
        [Claim(project.location(ofFile: summary), "its SUMMARY is here"), claim(phase, plan)]
      }.filter { $0.location != location(first.plan.box) },
      fix: Fix(.unsafe, "tick them", files: [.init(path: project.tree.whole("ROADMAP.md"), edits: edits)]))
  }

  /// Plans without a SUMMARY in a phase that is done, or whose box is ticked.
  private func checkArtifacts(_ phase: GSDPhase, into findings: inout ClaimFindings) {
    guard let directory = phase.directory, !directory.isSummarizedAsWhole else { return }
    let severity: Severity = hasSummaries ? phase.severity(.warning) : .info
    let ticked = phase.plans.filter { $0.status.stage == .done }
    func claims(_ plans: [PhaseDirectory.Plan]) -> [Claim] {
      plans.map { Claim(project.location(ofFile: $0.path), "\(phase.name($0.key)) has no SUMMARY") }
    }
    if phase.isDone, let first = phase.first {
      let given = Set(phase.plans.filter { $0.status.stage == .closed }.map(\.key))
      let bare = directory.plans.filter { $0.summary == nil && !given.contains($0.key) }
      guard !bare.isEmpty else { return }
      findings.report(
        "missing-artifact", severity, phase.subject, .noSummaries(phase, bare.map { phase.name($0.key) }),
        at: first.location, claims: claims(bare))
    } else {
      let bare = ticked.compactMap { plan in
        directory.plan(plan.key).flatMap { $0.summary == nil ? (plan, $0) : nil }
      }
      guard let first = bare.first else { return }
      findings.report(
        "missing-artifact", severity, phase.subject, .tickedWithoutSummary(bare.map { phase.name($0.0.key) }),
        at: location(first.0.box), claims: bare.dropFirst().map { claim(phase, $0.0) } + claims(bare.map(\.1))
      )
    }
  }

  /// Open boxes of plans in a phase that is done.
  private func checkOpenPlans(_ phase: GSDPhase, into findings: inout ClaimFindings) {
    guard phase.isDone, let place = phase.first, phase.directory?.isSummarizedAsWhole != true else { return }
    let open = phase.plans.filter { $0.status.stage == .open && proof(phase, $0.key)?.summary == nil }
    guard let first = open.first else { return }
    findings.report(
      "unchecked-work", phase.severity(.warning), phase.subject,
      .openPlans(phase, open.map { phase.name($0.key) }),
      at: location(first.box),
      claims: [place.claim(phase.subject)] + open.dropFirst().map { claim(phase, $0) })
  }

  /// Requirements of a phase that is done, which are open in both places.
  private func checkRequirements(_ phase: GSDPhase, into findings: inout ClaimFindings) {
    guard phase.isDone, let place = phase.first, let requirements = project.requirements,
      project.phase(phase.number) != nil
    else { return }
    var open: [(id: String, places: [Location])] = []
    for row in openRows[phase.number] ?? [] where !isElsewhere(row.id, phase) {
      guard let item = items[row.id], let box = item.box, item.status.isUndone else { continue }
      open.append((row.id, [requirements.file.location(box.range), requirements.file.location(row.line)]))
    }
    guard let first = open.first?.places.first else { return }
    findings.report(
      "unchecked-work", phase.severity(.warning), phase.subject, .openRequirements(phase, open.map(\.id)),
      at: first,
      claims: [place.claim(phase.subject)]
        + open.flatMap { open in open.places.map { Claim($0, "requirement \(open.id) is open here") } }
        .filter { $0.location != first })
  }

  /// Whether the roadmap gives the requirement to another phase.
  private func isElsewhere(_ id: String, _ phase: GSDPhase) -> Bool {
    guard let owners = owners[id] else { return false }
    return !owners.contains { $0.isFamily(of: phase.number) }
  }

  /// Files that are empty, or that belong to nothing.
  private func checkFiles(_ directory: PhaseDirectory, into findings: inout ClaimFindings) {
    for path in directory.empty {
      let name = PathText.name(of: path)
      findings.report(
        "empty-artifact", .warning, name, "\(name) is empty", at: project.location(ofFile: path))
    }
    for path in directory.orphans where !directory.plans.isEmpty || directory.upstream.total == 0 {
      let name = PathText.name(of: path)
      findings.report(
        "missing-artifact", .info, name, "the plan of \(name) was not found",
        at: project.location(ofFile: path))
    }
  }
}

extension GSDStatus {
  /// Whether this says that something is not done.
  var isUndone: Bool { stage == .open || stage == .active }
}

extension String {
  fileprivate static func openWithSummary(_ phase: GSDPhase, _ names: [String]) -> String {
    let (are, have) = names.count == 1 ? ("is", "has") : ("are", "have")
    return
      "\(Counted(names.count, "plan")) of \(phase.subject) (\(names.listed)) \(are) open, but \(have) a SUMMARY"
  }
  fileprivate static func noSummaries(_ phase: GSDPhase, _ names: [String]) -> String {
    "\(phase.subject) is done, but \(Counted(names.count, "plan")) on disk \(names.count == 1 ? "has" : "have") no SUMMARY: \(names.listed)"
  }
  fileprivate static func tickedWithoutSummary(_ names: [String]) -> String {
    names.count == 1
      ? "plan \(names[0]) is ticked, but has no SUMMARY"
      : "plans \(names.listed) are ticked, but have no SUMMARY"
  }
  fileprivate static func openPlans(_ phase: GSDPhase, _ names: [String]) -> String {
    "\(phase.subject) is done, but \(Counted(names.count, "box", plural: "boxes")) of its plans \(names.count == 1 ? "is" : "are") open: \(names.listed)"
  }
  fileprivate static func openRequirements(_ phase: GSDPhase, _ names: [String]) -> String {
    "\(phase.subject) is done, but \(Counted(names.count, "requirement")) of it \(names.count == 1 ? "is" : "are") open: \(names.listed)"
  }
}

extension [String] {
  /// The texts with commas between them, a long list cut short.
  var listed: String {
    count <= 12 ? joined(separator: ", ") : prefix(12).joined(separator: ", ") + " and \(count - 12) more"
  }
}
