import StatusDiagnostics
import StatusModel

/// What had ended has not ended any more, or in another way.
struct TerminalStatusChanged: ChangeRule {
  static let descriptor = RuleDescriptor(
    name: "terminal-status-changed", family: .transitions, severity: .error, fix: .none,
    summary: "A task or phase that had ended got another status.",
    rationale: """
      What is completed or abandoned stays so: other tasks, reports and people rely on it. More work on it is a new task. \
      `statuslint update TASK --status STATUS --allow-transition REASON` reopens a task and records the reason in its \
      project state, which the rule accepts. The rule compares two states of the tree, so it runs only with --since, or \
      with --stdin-path.
      """,
    bad: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [COMPLETED]
        - **Started**: 2026-01-13
        - **Completed**: 2026-01-14
        """
      ],
      to: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: «[IMPLEMENTING]»
        - **Started**: 2026-01-13
        """
      ]),
    good: RuleExample(
      from: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [COMPLETED]
        - **Started**: 2026-01-13
        - **Completed**: 2026-01-14
        """
      ],
      to: [
        "specs/TODO.md": """
        ### 7. Sort the cellar
        - **Status**: [COMPLETED]
        - **Started**: 2026-01-13
        - **Completed**: 2026-01-14

        ### 8. Sort what has come since
        - **Status**: [IMPLEMENTING]
        - **Started**: 2026-01-15
        """
      ]))

  func check(_ change: Change, into findings: inout FindingCollector) {
    for transition in change.transitions where transition.legality == .reopened {
      let wording = TransitionWording(transition, change.after.profile)
      findings.report(transition, wording.reopened, help: wording.restoration)
    }
  }
}
