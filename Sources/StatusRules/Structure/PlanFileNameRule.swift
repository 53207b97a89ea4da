import StatusDiagnostics
import StatusModel
import StatusText

/// A file is a plan by its phases, but not by its name.
struct PlanFileNameRule: FileRule {
  static let descriptor = RuleDescriptor(
    name: "plan-file-name", family: .structure, severity: .info, fix: .none,
    summary: "A file in plans/ has phases, but not the name of a plan.",
    rationale: """
      Without a link, the current plan of a task is the one with the highest number in its name. A plan with another name \
      is overlooked.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/cellar.md": """
      «»- **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, !plan.phases.isEmpty, context.isJudgedWhole(file),
      !PlanFileName(path: file.path).isStandard
    else { return }
    let name = PathText.name(of: file.path)
    findings.report(
      .plan, .otherName(name), in: plan.source, at: .zero, task: context.taskNumber(of: file), help: .rename,
      evidence: name)
  }
}

extension String {
  fileprivate static func otherName(_ name: String) -> String {
    "the plan is called \"\(name)\", which is not the name of a plan"
  }
  fileprivate static let rename = "rename it to implementation-001.md or 01_slug.md, and update the links"
}
