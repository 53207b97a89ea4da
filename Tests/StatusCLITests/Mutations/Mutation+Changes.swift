extension Mutation {
  /// Those that comparing the tree with what it was shows.
  static let changes = [
    Mutation(
      rule: "vanished-task", name: "a phase that is removed", also: ["phase-number-gap"],
      alsoIn: [.opencode: ["plan-metadata-mismatch"]], isCompared: true,
      edit: text(of: Breakage.plan) {
        $0.replacing(#/### Phase 2: .*\n(?:[^#\n].*\n|\n)*/#, with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "illegal-transition", name: "a phase that goes back", isCompared: true,
      edit: text(of: Breakage.plan) {
        $0.replacing(
          #/\[IN PROGRESS\]\n- \*\*Started\*\*: .*\n/#, with: "[NOT STARTED]\n", maxReplacements: 1)
      }),
    Mutation(
      rule: "terminal-status-changed", name: "a phase that was completed and is abandoned", isCompared: true,
      edit: text(of: Breakage.plan) {
        $0.replacing(
          #/(### Phase 1: .*\[)COMPLETED(\]\n- \*\*Started\*\*: .*\n- \*\*)Completed(\*\*: .*)/#,
          maxReplacements: 1
        ) { "\($0.1)ABANDONED\($0.2)Abandoned\($0.3), Reason: not wanted" }
      }),
    Mutation(
      rule: "started-rewritten", name: "a phase that was begun earlier", isCompared: true,
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(\*\*Started\*\*: )20\d\d/#, maxReplacements: 1) { "\($0.1)2019" }
      }),
  ]
}
