import StatusDiagnostics

/// A requirement that no task names.
struct UncoveredRequirement: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "uncovered-requirement", family: .consistency, severity: .info, fix: .none,
    summary: "No task names a requirement, although the tasks name others.",
    rationale: """
      A requirement without a task is easily forgotten. It is off unless you select it, because the work may \
      be a part of another task.
      """,
    bad: [
      ".kiro/specs/garden/requirements.md": """
      ### Requirement 1: Trees

      1. THEN they SHALL grow

      «### Requirement 2: Beds»

      1. THEN they SHALL be green
      """,
      ".kiro/specs/garden/tasks.md": """
      - [ ] 1. Plant the trees
        - _Requirements: 1.1_
      """,
    ],
    good: [
      ".kiro/specs/garden/requirements.md": """
      ### Requirement 1: Trees

      1. THEN they SHALL grow

      ### Requirement 2: Beds

      1. THEN they SHALL be green
      """,
      ".kiro/specs/garden/tasks.md": """
      - [ ] 1. Plant the trees
        - _Requirements: 1.1, 2.1_
      """,
    ])
}
