import StatusDiagnostics

/// Text of a template that was never replaced.
struct PlaceholderText: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "placeholder-text", family: .structure, severity: .info, fix: .none,
    summary: "A file still has the text that a tool or a template put there for somebody to replace.",
    rationale: """
      It looks like content, but says nothing. It is off unless you select it, because it is often left on \
      purpose.
      """,
    bad: [
      "openspec/specs/loans/spec.md": """
      # Loans

      ## Purpose

      «TBD - created by archiving change add-loans. Update Purpose after archive.»

      ## Requirements

      ### Requirement: Borrow a book

      The library SHALL lend a book.
      """,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ],
    good: [
      "openspec/specs/loans/spec.md": ExampleFiles.loansSpec,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ])
}
