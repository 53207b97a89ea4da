import StatusDiagnostics

/// A pointer to something that is not current.
struct StalePointer: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "stale-pointer", family: .consistency, severity: .warning, fix: .none,
    summary: "What is said to be current does not exist, or is finished.",
    rationale: """
      Tools work on what the pointer names. If it is wrong, they write in the wrong place, or begin something \
      new.
      """,
    bad: [
      ".specify/feature.json": """
      { "feature_directory": «"specs/002-roof"» }
      """,
      "specs/001-well/spec.md": """
      **Feature Branch**: `001-well`

      **Status**: Draft

      ### User Story 1 - Draw water

      - **FR-001**: The well has water
      - **FR-002**: The well has a roof
      """,
      "specs/001-well/tasks.md": """
      - [ ] T001 Dig
      """,
    ],
    good: [
      ".specify/feature.json": """
      { "feature_directory": "specs/001-well" }
      """,
      "specs/001-well/spec.md": """
      **Feature Branch**: `001-well`

      **Status**: Draft

      ### User Story 1 - Draw water

      - **FR-001**: The well has water
      - **FR-002**: The well has a roof
      """,
      "specs/001-well/tasks.md": """
      - [ ] T001 Dig
      """,
    ])
}
