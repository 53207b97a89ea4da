import StatusDiagnostics

/// An archived change whose requirements never came into a spec.
struct UnmergedChange: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "unmerged-change", family: .consistency, severity: .info, fix: .none,
    summary: "A change is archived, but none of the requirements that it adds is in a spec.",
    rationale: """
      The specs are read as what the system does. It is off unless you select it, because a change may be \
      given up after it was archived.
      """,
    bad: [
      "openspec/changes/archive/2026-01-10-add-maps/specs/maps/spec.md": """
      ## ADDED Requirements

      ### Requirement: «Show a map»

      The library SHALL show a map.
      """,
      "openspec/specs/loans/spec.md": ExampleFiles.loansSpec,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ],
    good: [
      "openspec/changes/archive/2026-01-10-add-maps/specs/maps/spec.md": """
      ## ADDED Requirements

      ### Requirement: Show a map

      The library SHALL show a map.
      """,
      "openspec/specs/maps/spec.md": """
      # Maps

      ## Purpose

      Readers find their way.

      ## Requirements

      ### Requirement: Show a map

      The library SHALL show a map.
      """,
      "openspec/config.yaml": ExampleFiles.openSpecConfiguration,
    ])
}
