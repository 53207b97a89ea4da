extension Mutation {
  /// Those that dates and times show.
  static let timestamps = [
    Mutation(
      rule: "invalid-timestamp", name: "a day that does not exist",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(\*\*Started\*\*: )\d{4}-\d\d-\d\d/#, maxReplacements: 1) { "\($0.1)2025-02-30" }
      }),
    Mutation(
      rule: "timestamp-form", name: "a phase with a date",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(\*\*Started\*\*: \d{4}-\d\d-\d\d)T[0-9:]*Z/#, maxReplacements: 1) { "\($0.1)" }
      }),
    Mutation(
      rule: "missing-timestamp", name: "an active phase without a date", profiles: [.opencode],
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(\[IN PROGRESS\]\n)- \*\*Started\*\*: .*\n/#, maxReplacements: 1) { "\($0.1)" }
      }),
    Mutation(
      rule: "missing-timestamp", name: "a completed task without a date",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/- \*\*Completed\*\*: .*\n/#, with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "placeholder-timestamp", name: "a date that is to be determined",
      edit: replacing(
        "- **Status**: [PLANNED]\n", with: "- **Status**: [PLANNED]\n- **Completed**: TBD\n",
        in: Breakage.todo)),
    Mutation(
      rule: "timestamp-order", name: "a phase that ends before it begins",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(\*\*Completed\*\*: )20\d\d/#, maxReplacements: 1) { "\($0.1)2019" }
      }),
    Mutation(
      rule: "future-timestamp", name: "a phase that ends in the future",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(\*\*Completed\*\*: )20\d\d/#, maxReplacements: 1) { "\($0.1)2205" }
      }),
    Mutation(
      rule: "unearned-timestamp", name: "a phase that is completed and not started",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/(### Phase 2: .*\[NOT STARTED\]\n)/#, maxReplacements: 1) {
          "\($0.1)- **Completed**: 2026-01-01T00:00:00Z\n"
        }
      }),
    Mutation(
      rule: "timestamp-field-name", name: "a key that ends in _at",
      edit: replacing("\"started\":", with: "\"started_at\":", in: Breakage.registry)),
    Mutation(
      rule: "stale-last-updated", name: "an update before the last date",
      edit: text(of: Breakage.registry) {
        $0.replacing(#/("completed": .*\n +"last_updated": ")20\d\d/#, maxReplacements: 1) { "\($0.1)2019" }
      }),
    Mutation(
      rule: "timestamp-mismatch", name: "a date that the registry has otherwise",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/(\*\*Started\*\*: )20\d\d/#, maxReplacements: 1) { "\($0.1)2019" }
      }),
  ]
}
