import StatusDiagnostics

/// A reference to something that does not exist.
struct UnknownReference: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "unknown-reference", family: .consistency, severity: .error, fix: .unsafe,
    summary: "A task or a change refers to a task, a requirement or a spec that does not exist.",
    rationale: """
      The reference was written from memory, or its target was renamed. Tools that follow it stop, and readers \
      look for something that is not there.
      """,
    bad: [
      "openspec/changes/extend-loans/specs/loans/spec.md": """
      ## MODIFIED Requirements

      ### Requirement: «Borrow A Book»

      The library SHALL lend two books.
      """,
      "openspec/specs/loans/spec.md": ExampleFiles.loansSpec,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ],
    good: [
      "openspec/changes/extend-loans/specs/loans/spec.md": """
      ## MODIFIED Requirements

      ### Requirement: Borrow a book

      The library SHALL lend two books.
      """,
      "openspec/specs/loans/spec.md": ExampleFiles.loansSpec,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ])
}
