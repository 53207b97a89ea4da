import StatusDiagnostics

/// Two places that give one thing to two different owners.
struct ReferenceMismatch: FormatRule {
  static let descriptor = RuleDescriptor(
    name: "reference-mismatch", family: .consistency, severity: .warning, fix: .unsafe,
    summary: "Two files give one requirement to two different phases.",
    rationale: """
      The requirement is finished with one phase, and looked for in the other. Who plans the second phase builds it \
      again or leaves it out.
      """,
    bad: [
      ".planning/ROADMAP.md": roadmap,
      ".planning/REQUIREMENTS.md": """
      # Requirements

      | Requirement | Phase | Status |
      |---|---|---|
      | SEED-01 | Phase 1 | Pending |
      | BEDS-01 | «Phase 2» | Pending |
      | BEDS-02 | Phase 2 | Pending |
      """,
    ],
    good: [
      ".planning/ROADMAP.md": roadmap,
      ".planning/REQUIREMENTS.md": """
      # Requirements

      | Requirement | Phase | Status |
      |---|---|---|
      | SEED-01 | Phase 1 | Pending |
      | BEDS-01 | Phase 1 | Pending |
      | BEDS-02 | Phase 2 | Pending |
      """,
    ])

  private static let roadmap = """
    # Roadmap

    - [ ] **Phase 1: Catalog** - Load the seeds
    - [ ] **Phase 2: Beds** - Draw the beds

    ### Phase 1: Catalog
    **Requirements**: SEED-01, BEDS-01

    ### Phase 2: Beds
    **Requirements**: BEDS-02
    """
}
