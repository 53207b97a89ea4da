import StatusDiagnostics
import StatusModel
import StatusText

/// A plan's own Status says something else than its phases.
struct PlanStatusMismatch: FileRule {
  static let descriptor = RuleDescriptor(
    name: "plan-status-mismatch", family: .consistency, severity: .error, fix: .safe,
    summary: "The Status of a plan does not match its phases.",
    rationale: """
      An agent that resumes a plan reads its phases. A person who wants to know whether it is done reads its \
      Status. The rule checks a plan only if every phase has a known marker.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: «[NOT STARTED]»

      ### Phase 1: Empty the shelves [IN PROGRESS]
      - **Started**: 2026-01-14T10:00:00Z
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [IN PROGRESS]

      ### Phase 1: Empty the shelves [IN PROGRESS]
      - **Started**: 2026-01-14T10:00:00Z
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    let profile = context.profile
    guard let plan = file.plan, let marker = plan.marker, let status = marker.status,
      let sum = PhaseSum(plan, profile), !sum.accepted(by: profile).contains(status)
    else { return }
    let related = PhaseEvidence(plan.phases).phases.map { phase in
      RelatedLocation(
        Location(path: plan.path, range: phase.heading),
        .phase(phase.number.label, phase.marker.map { plan.source.text($0.range) } ?? ""))
    }
    let fix =
      plan.isContradictory
      ? nil
      : sum.decided.flatMap { decided in
        Fix(
          Self.isSafe(from: status, to: decided, plan, profile) ? .safe : .unsafe,
          .follow(profile.vocabulary.marker(decided)), in: plan, profile
        ) { $0.setStatus(decided) }
      }
    findings.report(
      .plan, .mismatch(plan.source.text(marker.range), sum, profile), in: plan.source, at: marker.range,
      task: context.directories[file.directory].number, related: related, fix: fix)
  }
}

extension PlanStatusMismatch {
  /// Whether the plan's Status may follow its phases without a person's word: it is not taken back from an end, nor
  /// from a beginning that the plan or a phase has a date of.
  private static func isSafe(from status: Status, to decided: Status, _ plan: Plan, _ profile: Profile)
    -> Bool
  {
    if profile.vocabulary.isTerminal(status) || status == .prReady { return false }
    let hasDate =
      plan.fields.contains { StatusEvent(field: $0.name) != nil && !$0.valueRange.isEmpty }
      || plan.phases.contains { !$0.timestamps.isEmpty }
    return decided != .notStarted || !hasDate
  }

  /// A fix after which the plan would disagree with the task whose current plan it is, is not safe; where the plan is
  /// done, there is none.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? {
    let profile = workspace.profile
    guard let fix = finding.fix, let plan = workspace.files[index].plan, let current = plan.marker?.status,
      let task = workspace.taskNumber(of: workspace.files[index]).flatMap({ workspace.task($0) }),
      task.currentPlan == index, let claim = StatusClaim.trusted(task, in: workspace),
      let decided = PhaseSum(plan, profile)?.decided
    else { return finding }
    let disagrees =
      PlanProgress(plan, saying: current, profile)?.agrees(with: claim.status) ?? true
      && PlanProgress(plan, saying: decided, profile)?.agrees(with: claim.status) == false
    guard disagrees else { return finding }
    var finding = finding
    finding.fix = current == .completed ? nil : Fix(.unsafe, fix.description, files: fix.files)
    return finding
  }
}

/// The phases that show what a plan's phases add up to.
private struct PhaseEvidence {
  /// At most two of them.
  let phases: [Phase]

  /// Those without a marker show nothing.
  init(_ all: [Phase]) {
    let all = all.filter { $0.marker != nil }
    func first(_ status: Status) -> Phase? { all.first { $0.status == status } }
    let telling = [first(.inProgress), first(.blocked), first(.abandoned)].compactMap { $0 }
    phases = Array((telling.isEmpty ? Self.contrast(all) : telling).prefix(2))
  }

  /// The first phase, and the first whose status is another.
  private static func contrast(_ phases: [Phase]) -> [Phase] {
    Array(phases.prefix(1) + phases.filter { $0.status != phases.first?.status }.prefix(1))
  }
}

extension String {
  fileprivate static func mismatch(_ status: String, _ sum: PhaseSum, _ profile: Profile) -> String {
    let wanted = sum.statuses.map { profile.vocabulary.marker($0) }.joined(separator: " or ")
    return "the plan is \(status), but its phases indicate \(wanted)"
  }
  fileprivate static func phase(_ label: String, _ marker: String) -> String { "phase \(label) is \(marker)" }
  fileprivate static func follow(_ marker: String) -> String {
    "replace with \(marker), according to the phases"
  }
}
