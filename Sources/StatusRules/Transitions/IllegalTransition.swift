import StatusDiagnostics
import StatusModel

/// No legal steps lead from the former status to the present one.
struct IllegalTransition: ChangeRule {
  static let descriptor = RuleDescriptor(
    name: "illegal-transition", family: .transitions, severity: .error, fix: .none,
    summary: "A task or phase was moved to a status that no legal steps lead to from its former one.",
    rationale: """
      A task that goes back to an earlier stage looks as if work was lost, and a tool may do the work again. Between two \
      states of a tree several steps may have been taken, so only a change is reported that no sequence of legal steps \
      explains. The rule compares two states of the tree, so it runs only with --since, or with --stdin-path.
      """,
    bad: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [PLANNED]
        - **Planned**: 2026-01-14
        """
      ],
      to: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: «[RESEARCHED]»
        - **Researched**: 2026-01-14
        """
      ]),
    good: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [PLANNED]
        - **Planned**: 2026-01-14
        """
      ],
      to: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [COMPLETED]
        - **Planned**: 2026-01-14
        - **Completed**: 2026-01-15
        """
      ]))

  func check(_ change: Change, into findings: inout FindingCollector) {
    for transition in change.transitions where transition.legality == .illegal {
      let wording = TransitionWording(transition, change.after.profile)
      findings.report(transition, wording.illegal, help: wording.nextSteps)
    }
  }
}
