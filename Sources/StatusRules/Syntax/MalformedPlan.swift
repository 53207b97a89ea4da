import StatusDiagnostics
import StatusModel
import StatusText

/// A plan without phases, or with a phase heading that cannot be read.
struct MalformedPlan: FileRule {
  static let descriptor = RuleDescriptor(
    name: "malformed-plan", family: .syntax, severity: .error, fix: .none,
    summary:
      "A file that is linked as a plan or has the name of one has no phase heading, or a phase heading cannot be read.",
    rationale: """
      People and agents follow and resume a plan by its phases. A phase whose heading cannot be parsed is \
      ignored, and the progress of a plan without phases is unknown.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### «Phase: Paint the wall [NOT STARTED]»
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard !file.isUnreadable else { return }
    let task = context.taskNumber(of: file)
    guard let plan = file.plan else { return reportNoPhases(file.source, at: .zero, task, into: &findings) }
    for heading in plan.unreadablePhases {
      findings.report(
        .plan, .unreadable(plan.source.text(heading)), in: plan.source, at: heading, task: task,
        help: .phaseForm)
    }
    guard plan.unreadablePhases.isEmpty, context.isMalformedPlan(file) else { return }
    reportNoPhases(plan.source, at: plan.title ?? .zero, task, into: &findings)
  }

  /// Another document in plans/ needs phases only if its task follows it as its plan.
  func settled(_ finding: Finding, ofFile index: Int, in workspace: Workspace) -> Finding? {
    workspace.files[index].plan != nil || workspace.currentPlans.contains(index) ? finding : nil
  }

  private func reportNoPhases(
    _ source: SourceText, at place: ByteRange, _ task: Int?, into findings: inout FindingCollector
  ) {
    findings.report(
      .plan, .noPhases, in: source, at: place, task: task, help: .writePhases, evidence: "Phase")
  }
}

extension String {
  fileprivate static func unreadable(_ heading: String) -> String {
    "\(heading.quotedBriefly) cannot be read as a phase heading"
  }
  fileprivate static let phaseForm =
    "use the form \"### Phase 2: Name [NOT STARTED]\", with an empty line before it"
  fileprivate static let noPhases = "the plan has no phase heading"
  fileprivate static let writePhases =
    "add headings of the form \"### Phase 1: Name [NOT STARTED]\"; if this is not a plan, move it to reports/ or rename it"
}
