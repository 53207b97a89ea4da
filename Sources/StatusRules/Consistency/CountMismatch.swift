import StatusDiagnostics

/// A number that is not what it counts.
struct CountMismatch: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "count-mismatch", family: .consistency, severity: .error, fix: .safe,
    summary: "A total, a progress or a percentage is not what the list below it has.",
    rationale: """
      The number is copied by hand or by a model and is read as the state of the work. It can always be \
      computed, so the fix is safe.
      """,
    bad: [
      "openspec/changes/add-shelves/tasks.md": """
      **Progress**: «1/3» tasks complete

      - [x] 1.1 Saw the boards
      - [x] 1.2 Nail them together
      - [ ] 1.3 Paint them
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ],
    good: [
      "openspec/changes/add-shelves/tasks.md": """
      **Progress**: 2/3 tasks complete

      - [x] 1.1 Saw the boards
      - [x] 1.2 Nail them together
      - [ ] 1.3 Paint them
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ])
}
