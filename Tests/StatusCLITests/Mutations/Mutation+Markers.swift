extension Mutation {
  /// Those that markers and the form of headings show.
  static let markers = [
    Mutation(
      rule: "unknown-marker", name: "a word that is not a status",
      edit: replacing("**Status**: [PLANNED]", with: "**Status**: [WAITING]", in: Breakage.todo)),
    Mutation(
      rule: "nonstandard-marker", name: "a status without brackets",
      edit: replacing("**Status**: [PLANNED]", with: "**Status**: Planned", in: Breakage.todo)),
    Mutation(
      rule: "missing-status", name: "a task without a status",
      edit: replacing("- **Status**: [PLANNED]\n", with: "", in: Breakage.todo)),
    Mutation(
      rule: "missing-phase-marker", name: "a phase without a marker",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(### Phase 2: .*) \[NOT STARTED\]/#, maxReplacements: 1) { "\($0.1)" }
      }),
    Mutation(
      rule: "duplicate-status", name: "a second Status",
      edit: replacing(
        "- **Status**: [PLANNED]\n", with: "- **Status**: [PLANNED]\n- **Status**: [PLANNED]\n",
        in: Breakage.todo)),
    Mutation(
      rule: "misplaced-marker", name: "a task status in a phase",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(### Phase 1: .*) \[NOT STARTED\]/#, maxReplacements: 1) { "\($0.1) [PLANNED]" }
      }),
    Mutation(
      rule: "unknown-state-status", name: "a word that is not a status in the registry",
      edit: replacing("\"status\": \"planned\"", with: "\"status\": \"waiting\"", in: Breakage.registry)),
    Mutation(
      rule: "unknown-state-status", name: "a word that is not a status in a project state",
      profiles: [.opencode],
      edit: replacing("\"status\": \"active\"", with: "\"status\": \"waiting\"", in: isState)),
    Mutation(
      rule: "emoji-in-heading", name: "a glyph in a title",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/\n### (\d+)\. /#, maxReplacements: 1) { "\n### \($0.1). 🚀 " }
      }),
  ]

  /// Whether a path is the state file of one task at hand.
  static let isState: @Sendable (String) -> Bool = { Breakage.projectState($0) && !Breakage.registry($0) }
}
