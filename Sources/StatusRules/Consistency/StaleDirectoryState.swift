import StatusDiagnostics

/// A directory that says something else than what is in it.
struct StaleDirectoryState: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "stale-directory-state", family: .consistency, severity: .warning, fix: .none,
    summary: "A change or a spec is archived although work in it is open, or is finished but not archived.",
    rationale: """
      The directory is what lists and tools show as the state. Open work in an archive is never looked at \
      again.
      """,
    bad: [
      "openspec/changes/archive/2026-01-10-add-shelves/tasks.md": """
      - [x] 1.1 Saw the boards
      - «[ ]» 1.2 Nail them together
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ],
    good: [
      "openspec/changes/archive/2026-01-10-add-shelves/tasks.md": """
      - [x] 1.1 Saw the boards
      - [ ] 1.2 Nail them together (deferred)
      """,
      "openspec/config.yaml": """
      schema: spec-driven
      """,
    ])
}
