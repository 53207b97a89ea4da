extension Mutation {
  /// Those that the phases of a plan show, and what a task says of itself.
  static let phases = [
    Mutation(
      rule: "skipped-phase", name: "a phase that was begun before the first", also: ["plan-status-mismatch"],
      edit: text(of: Breakage.plan) {
        $0.replacing(
          #/(### Phase 1: .*)\[COMPLETED\]\n- \*\*Started.*\n- \*\*Completed.*\n/#, maxReplacements: 1
        ) {
          "\($0.1)[NOT STARTED]\n"
        }
      }),
    Mutation(
      rule: "several-active-phases", name: "two phases at once",
      edit: text(of: Breakage.plan) {
        $0.replacing(
          #/(\[IN PROGRESS\]\n(- \*\*Started\*\*: .*\n)(?:.*\n)*?### Phase \d+: .*\[)NOT STARTED\]\n/#,
          maxReplacements: 1
        ) { "\($0.1)IN PROGRESS]\n\($0.2)" }
      }),
    Mutation(
      rule: "missing-reason", name: "a blocked task without a reason",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/- \*\*Blocking Reason\*\*: .*\n/#, with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "missing-reason", name: "a blocked entry without a reason",
      edit: text(of: Breakage.registry) {
        $0.replacing(#/[ ]+"block\w*reason": .*\n/#, with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "unchecked-work", name: "an open box in a completed phase",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(### Phase 1: .*\[COMPLETED\]\n(?:.*\n)*?.*- \[)x/#, maxReplacements: 1) { "\($0.1) " }
      }),
    Mutation(
      rule: "open-subphase", name: "an open part of a completed phase",
      edit: text(of: { Breakage.plan($0) }) { text in
        guard text.contains("- **Status**: [I") else { return text }
        return text.replacing(#/(### Phase 1: .*\[COMPLETED\]\n(?:[^#\n].*\n|\n)*)/#, maxReplacements: 1) {
          "\($0.1)#### Phase 1.1: Part [NOT STARTED]\n\n"
        }
      }),
    Mutation(
      rule: "duplicate-phase-number", name: "a second phase 1", also: ["phase-number-gap"],
      edit: replacing("### Phase 2: ", with: "### Phase 1: ", in: Breakage.plan)),
    Mutation(
      rule: "phase-number-gap", name: "a number that is left out",
      edit: text(of: Breakage.plan) { text in
        let last = text.matches(of: #/### Phase (\d+)/#).last.map(\.range)
        return last.map { text.replacingCharacters(in: $0, with: "### Phase 30") } ?? text
      }),
    Mutation(
      rule: "phase-heading-level", name: "a phase one level deeper",
      edit: replacing("\n### Phase 2", with: "\n#### Phase 2", in: Breakage.plan)),
    Mutation(
      rule: "malformed-plan", name: "a phase without a number",
      edit: replacing("### Phase 2:", with: "### Phase:", in: Breakage.plan)),
    Mutation(
      rule: "plan-status-mismatch", name: "a plan that is not as its phases",
      edit: replacing("**Status**: [NOT STARTED]", with: "**Status**: [BLOCKED]", in: Breakage.plan)),
    Mutation(
      rule: "plan-task-mismatch", name: "work on the plan of a planned task",
      edit: text(of: Breakage.plan) {
        $0.replacing(
          #/(- \*\*Status\*\*: \[)NOT STARTED(\]\n(?:.*\n)*?### Phase 1: .*)\[NOT STARTED\]\n/#,
          maxReplacements: 1
        ) { "\($0.1)IN PROGRESS\($0.2)[IN PROGRESS]\n- **Started**: 2026-01-01T00:00:00Z\n" }
      }),
    Mutation(
      rule: "missing-phase-field", name: "a phase without a Timing",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(?:- )?\*\*Timing\*\*: .*\n/#, with: "", maxReplacements: 1)
      }),
  ]
}
