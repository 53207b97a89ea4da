import StatusDiagnostics

/// A task that is ticked above one that is not, or the other way round.
struct RollupMismatch: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "rollup-mismatch", family: .consistency, severity: .warning, fix: .unsafe,
    summary: "A parent says that it is done, and a part of it says that it is not.",
    rationale: """
      A reader of the parent believes that the work is finished. Parts that say that they were dropped, or \
      that are optional, do not count.
      """,
    bad: [
      "openspec/changes/add-shelves/tasks.md": """
      - «[x]» 1.1 Shelves
        - [x] 1.1.1 Saw the boards
        - [ ] 1.1.2 Nail them together
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ],
    good: [
      "openspec/changes/add-shelves/tasks.md": """
      - [ ] 1.1 Shelves
        - [x] 1.1.1 Saw the boards
        - [ ] 1.1.2 Nail them together
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ])
}
