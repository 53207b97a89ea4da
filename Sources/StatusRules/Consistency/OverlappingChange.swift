import StatusDiagnostics

/// Two active changes of one requirement.
struct OverlappingChange: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "overlapping-change", family: .consistency, severity: .info, fix: .none,
    summary: "Two active changes modify, remove or rename the same requirement.",
    rationale: """
      The change that is archived last overwrites what the other one wrote. It is off unless you select it, \
      because the order may be agreed.
      """,
    bad: [
      "openspec/changes/extend-loans/specs/loans/spec.md": """
      ## MODIFIED Requirements

      ### Requirement: Borrow a book

      The library SHALL lend a book for a month.
      """,
      "openspec/changes/limit-loans/specs/loans/spec.md": """
      ## MODIFIED Requirements

      ### Requirement: «Borrow a book»

      The library SHALL lend two books.
      """,
      "openspec/specs/loans/spec.md": ExampleFiles.loansSpec,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ],
    good: [
      "openspec/changes/extend-loans/specs/loans/spec.md": """
      ## MODIFIED Requirements

      ### Requirement: Borrow a book

      The library SHALL lend a book for a month.
      """,
      "openspec/changes/limit-loans/specs/loans/spec.md": """
      ## ADDED Requirements

      ### Requirement: Count the books

      The library SHALL lend two books.
      """,
      "openspec/specs/loans/spec.md": ExampleFiles.loansSpec,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ])
}
