import StatusDiagnostics

/// One id for two things.
struct DuplicateId: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-id", family: .structure, severity: .error, fix: .none,
    summary: "Two tasks, requirements or features have the same id.",
    rationale: """
      A reference to the id may mean either of them, and a tool that ticks one may tick the other.
      """,
    bad: [
      "openspec/changes/add-shelves/tasks.md": """
      - [x] 1.1 Saw the boards
      - «[ ]» 1.1 Paint the wall
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ],
    good: [
      "openspec/changes/add-shelves/tasks.md": """
      - [x] 1.1 Saw the boards
      - [ ] 1.2 Paint the wall
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ])
}
