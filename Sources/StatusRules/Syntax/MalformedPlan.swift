import StatusDiagnostics
import StatusModel
import StatusText

/// A plan without phases, or with a phase heading that cannot be read.
struct MalformedPlan: FileRule {
  static let descriptor = RuleDescriptor(
    name: "malformed-plan", family: .syntax, severity: .error, fix: .none,
    summary:
      "A file named as a plan has no phase heading, or a phase heading has no number that can be read.",
    rationale: """
      The phases are what a plan is followed and resumed by. One whose heading cannot be read is passed over, and a \
      plan without any looks finished and untouched at once.
      """,
    bad: "### Phase: Parse the header [NOT STARTED]",
    good: "### Phase 2: Parse the header [NOT STARTED]")

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    guard let plan = file.plan else { return }
    let task = workspace.taskNumber(of: file)
    for heading in plan.unreadablePhases {
      findings.report(.plan, .unreadable(plan.source.text(heading)), in: plan.source, at: heading, task: task)
    }
    guard plan.unreadablePhases.isEmpty, Self.isMalformed(file, in: workspace) else { return }
    findings.report(
      .plan, .noPhases, in: plan.source, at: plan.title ?? .zero, task: task, help: .writePhases,
      evidence: "Phase")
  }

  /// Whether the rule has anything to say about `file`; needs no bytes of it.
  static func isMalformed(_ file: TrackedFile, in workspace: Workspace) -> Bool {
    guard let plan = file.plan else { return false }
    // What is only a part of a plan need not have phases of its own; phases that a fence hides are another fault.
    return !plan.unreadablePhases.isEmpty
      || plan.phases.isEmpty && plan.hidden.phaseCount == 0 && workspace.isWholePlan(file)
  }
}

extension String {
  fileprivate static func unreadable(_ heading: String) -> String {
    "\(heading.quotedBriefly) has no phase number that can be read: write it like \"Phase 2: Name [NOT STARTED]\""
  }
  fileprivate static let noPhases =
    "the plan has no phase: no heading reads like \"Phase 1: Name [NOT STARTED]\""
  fileprivate static let writePhases = "a document that is no plan belongs in reports/, or under another name"
}
