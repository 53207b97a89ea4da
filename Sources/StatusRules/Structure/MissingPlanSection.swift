import StatusDiagnostics
import StatusModel
import StatusText

/// A plan lacks a section that every plan needs.
struct MissingPlanSection: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-plan-section", family: .structure, severity: .warning, fix: .none,
    summary: "A plan lacks one of its sections, such as Risks & Mitigations or Testing & Validation.",
    rationale: """
      A plan that does not say how its result is tested and how it is taken back is carried out without both. The finding \
      names all sections that are missing. A section is recognized by the first word of its heading.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      # «Implementation Plan: Sort the cellar»

      - **Status**: [NOT STARTED]

      ## Overview
      ## Goals & Non-Goals
      ## Risks & Mitigations
      ## Implementation Phases

      ### Phase 1: Empty the shelves [NOT STARTED]

      ## Testing & Validation
      ## Artifacts & Outputs
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      # Implementation Plan: Sort the cellar

      - **Status**: [NOT STARTED]

      ## Overview
      ## Goals & Non-Goals
      ## Risks & Mitigations
      ## Implementation Phases

      ### Phase 1: Empty the shelves [NOT STARTED]

      ## Testing & Validation
      ## Artifacts & Outputs
      ## Rollback/Contingency
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, context.isJudgedWhole(file) else { return }
    let missing = context.profile.required.planSections.filter { !plan.sections.contains(.init($0)) }
    if missing.isEmpty { return }
    let titles = missing.map(\.title)
    findings.report(
      .plan, .missing(titles), in: plan.source, at: plan.title ?? .zero, task: context.taskNumber(of: file),
      missingFrom: [plan.path], help: .headings, evidence: titles.joined(separator: " "),
      severity: context.isArchived(file) ? .info : .error)
  }
}

extension String {
  fileprivate static func missing(_ titles: [String]) -> String {
    "the plan has no section \(titles.map { "\"\($0)\"" }.joined(separator: ", "))"
  }
  fileprivate static let headings = "add each as a heading of level 2"
}
