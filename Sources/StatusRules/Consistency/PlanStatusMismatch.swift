import StatusDiagnostics
import StatusModel
import StatusText

/// A plan's own Status says something else than its phases.
struct PlanStatusMismatch: FileRule {
  static let descriptor = RuleDescriptor(
    name: "plan-status-mismatch", family: .consistency, severity: .error, fix: .safe,
    summary: "A plan's own Status says something else than its phases.",
    rationale: """
      An executor that resumes a plan asks its phases; a person who looks whether it is done asks its Status. The \
      rule speaks only where every phase has a marker that it knows.
      """,
    bad: """
      - **Status**: [NOT STARTED]

      ### Phase 1: Dig [COMPLETED]
      ### Phase 2: Plant [COMPLETED]
      """,
    good: """
      - **Status**: [COMPLETED]

      ### Phase 1: Dig [COMPLETED]
      ### Phase 2: Plant [COMPLETED]
      """)

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    let profile = workspace.profile
    guard let plan = file.plan, let marker = plan.marker, let status = marker.status,
      let sum = PhaseSum(plan.phases, profile), !sum.accepted(by: profile).contains(status)
    else { return }
    let location = Location(path: plan.path, range: marker.range)
    let related = sum.evidence.map { phase in
      RelatedLocation(
        Location(path: plan.path, range: phase.heading),
        .phase(phase.number.label, phase.marker.map { plan.source.text($0.range) } ?? ""))
    }
    let fix = sum.decided.map {
      Fix(.safe, .follow(profile.vocabulary.marker($0)), at: location, with: profile.vocabulary.marker($0))
    }
    findings.report(
      .plan, .mismatch(plan.source.text(marker.range), sum, profile), in: plan.source, at: marker.range,
      task: workspace.directories[file.directory].number, related: related, fix: fix)
  }
}

/// What the phases of a plan add up to.
private struct PhaseSum {
  /// The statuses that a plan with these phases may have.
  let statuses: [Status]
  /// The status that these phases leave no choice about.
  let decided: Status?
  /// The phases that show it.
  let evidence: [Phase]

  /// Nil where a phase's status is not known, or is none for phases. A part of a phase counts with its phase.
  init?(_ phases: [Phase], _ profile: Profile) {
    let phases = phases.filter { $0.parent < 0 }
    let known = phases.compactMap(\.status)
    guard !phases.isEmpty, known.count == phases.count, known.allSatisfy(profile.phaseStatuses.contains)
    else { return nil }
    func first(_ status: Status) -> Phase? { phases.first { $0.status == status } }
    let isWorkedOn = first(.inProgress) != nil
    var statuses: [Status] = []
    if known.allSatisfy({ $0 == .notStarted }) { statuses = [.notStarted] }
    if known.allSatisfy({ $0 == .completed }) { statuses = [.completed] }
    decided = statuses.first ?? (isWorkedOn ? .inProgress : nil)
    if !isWorkedOn, first(.blocked) != nil { statuses.append(.blocked) }
    if first(.abandoned) != nil { statuses.append(.abandoned) }
    let hasOpen = known.contains { $0 != .completed && $0 != .abandoned && $0 != .blocked }
    if statuses.isEmpty || isWorkedOn || statuses == [.abandoned] && hasOpen { statuses += [.inProgress] }
    self.statuses = statuses
    let telling = [first(.inProgress), first(.blocked), first(.abandoned)].compactMap { $0 }
    evidence = Array((telling.isEmpty ? Self.contrast(phases) : telling).prefix(2))
  }

  /// The first phase, and the first whose status is another.
  private static func contrast(_ phases: [Phase]) -> [Phase] {
    Array(phases.prefix(1) + phases.filter { $0.status != phases.first?.status }.prefix(1))
  }

  /// The statuses, and those that the profile takes for the same.
  func accepted(by profile: Profile) -> StatusSet {
    statuses.reduce(into: StatusSet(statuses)) { $0.formUnion(profile.planStatusSynonyms[$1]) }
  }
}

extension String {
  fileprivate static func mismatch(_ status: String, _ sum: PhaseSum, _ profile: Profile) -> String {
    let wanted = sum.statuses.map { profile.vocabulary.marker($0) }.joined(separator: " or ")
    return "the plan is \(status), but its phases add up to \(wanted)"
  }
  fileprivate static func phase(_ label: String, _ marker: String) -> String { "phase \(label) is \(marker)" }
  fileprivate static func follow(_ marker: String) -> String { "replace with \(marker), as the phases say" }
}
