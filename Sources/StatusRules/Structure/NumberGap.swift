import StatusDiagnostics

/// Numbers that no task has.
struct NumberGap: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "number-gap", family: .structure, severity: .info, fix: .none,
    summary: "The numbers of the tasks leave out a few.",
    rationale: """
      A task may have been lost when the list was written again. It is off unless you select it, because tasks \
      are also removed on purpose.
      """,
    bad: [
      "specs/001-well/spec.md": """
      **Feature Branch**: `001-well`

      **Status**: Draft

      ### User Story 1 - Draw water

      - **FR-001**: The well has water
      - **FR-002**: The well has a roof
      """,
      "specs/001-well/tasks.md": """
      - «[ ]» T001 Dig
      - [ ] T003 Build the wall
      """,
    ],
    good: [
      "specs/001-well/spec.md": """
      **Feature Branch**: `001-well`

      **Status**: Draft

      ### User Story 1 - Draw water

      - **FR-001**: The well has water
      - **FR-002**: The well has a roof
      """,
      "specs/001-well/tasks.md": """
      - [ ] T001 Dig
      - [ ] T002 Build the wall
      """,
    ])
}
