extension Mutation {
  /// Those that the form of a file shows.
  static let structure = [
    Mutation(
      rule: "unreadable-file", name: "no registry",
      // Nothing else links the artifacts of this profile.
      alsoIn: [.claude: ["unlinked-artifact"]], edit: removing(Breakage.registry)),
    Mutation(
      rule: "invalid-encoding", name: "a byte that is not UTF-8",
      edit: { tree in
        tree.files["specs/TODO.md", default: []].append(0xE9)
        return true
      }),
    Mutation(
      rule: "invalid-json", name: "a comma too many",
      edit: replacing("\"active_projects\": [", with: "\"active_projects\": [,", in: Breakage.registry)),
    Mutation(
      rule: "duplicate-json-key", name: "a status twice",
      edit: text(of: Breakage.registry) {
        $0.replacing(#/( +"status": .*\n)/#, maxReplacements: 1) { "\($0.1)\($0.1)" }
      }),
    Mutation(
      rule: "merge-conflict", name: "the marks of a merge",
      edit: replacing(
        "- **Status**: [PLANNED]\n",
        with: "<<<<<<< HEAD\n- **Status**: [PLANNED]\n=======\n- **Status**: [PLANNED]\n>>>>>>> feature\n",
        in: Breakage.todo)),
    Mutation(
      rule: "byte-order-mark", name: "a byte order mark", edit: text(of: Breakage.todo) { "\u{FEFF}" + $0 }),
    Mutation(
      rule: "duplicate-task-number", name: "an entry twice",
      edit: text(of: Breakage.registry) {
        $0.replacing(#/( {4}\{\n(?: {6}.*\n)* {4}\},\n)/#, maxReplacements: 1) { "\($0.1)\($0.1)" }
      }),
    Mutation(
      rule: "malformed-task", name: "a number sign before a number",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/\n### (\d+)\. /#, maxReplacements: 1) { "\n### #\($0.1). " }
      }),
    Mutation(
      rule: "unclosed-block", name: "a code fence that is not closed",
      edit: replacing("### Phase 2", with: "```text\n### Phase 2", in: Breakage.plan)),
    Mutation(
      rule: "unclosed-block", name: "a comment that is not closed",
      edit: replacing("### Phase 2", with: "<!--\n### Phase 2", in: Breakage.plan)),
    Mutation(
      rule: "missing-task-field", name: "a task without an Effort",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/- \*\*Effort\*\*: .*\n/#, with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "missing-plan-field", name: "a plan without an Effort",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/- \*\*Effort\*\*: .*\n/#, with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "missing-plan-section", name: "a plan without a section",
      edit: replacing("## Risks & Mitigations", with: "## Notes", in: Breakage.plan)),
    Mutation(
      rule: "plan-front-matter", name: "a plan with front matter",
      edit: text(of: Breakage.plan) { "---\nauthor: Anna\n---\n\n" + $0 }),
    Mutation(
      rule: "missing-state-field", name: "an entry that was never created",
      edit: text(of: Breakage.registry) {
        $0.replacing(#/[ ]+"created": .*\n/#, with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "wrong-state-type", name: "a number in quotes",
      edit: text(of: Breakage.registry) {
        $0.replacing(#/"project_number": (\d+)/#, maxReplacements: 1) { "\"project_number\": \"\($0.1)\"" }
      }),
    Mutation(
      rule: "duplicate-field", name: "an Effort twice",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/(- \*\*Effort\*\*: .*\n)/#, maxReplacements: 1) { "\($0.1)\($0.1)" }
      }),
    Mutation(
      rule: "unused-suppression", name: "a comment that suppresses nothing",
      edit: replacing(
        "- **Effort**", with: "<!-- statuslint-disable-next-line duplicate-field -- once -->\n- **Effort**",
        in: Breakage.todo)),
    Mutation(
      rule: "unexplained-suppression", name: "a suppression without a reason",
      edit: replacing(
        "- **Status**: [PLANNED]",
        with: "<!-- statuslint-disable-next-line nonstandard-marker -->\n- **Status**: Planned",
        in: Breakage.todo)),
  ]
}
