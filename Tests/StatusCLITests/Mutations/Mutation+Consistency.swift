extension Mutation {
  /// Those that comparing files shows.
  static let consistency = [
    Mutation(
      rule: "status-mismatch", name: "a status that the registry has otherwise",
      edit: replacing("\"status\": \"planned\"", with: "\"status\": \"researched\"", in: Breakage.registry)),
    Mutation(
      rule: "task-order-mismatch", name: "a status that Task Order has otherwise",
      edit: text(of: Breakage.todo) { text in
        guard let task = text.firstMatch(of: #/### (\d+)\. .*\n(?:- .*\n)*?- \*\*Status\*\*: \[PLANNED\]/#)
        else {
          return text
        }
        return text + "\n## Task Order\n\n\(task.1) [BLOCKED] - as it was\n"
      }),
    Mutation(
      rule: "project-state-mismatch", name: "a completed task whose own state is active",
      profiles: [.opencode],
      edit: replacing("\"status\": \"completed\"", with: "\"status\": \"active\"", in: isState)),
    Mutation(
      rule: "plan-metadata-mismatch", name: "a number of phases", profiles: [.opencode],
      edit: text(of: Breakage.registry) {
        $0.replacing(#/"phase_count": (\d+)/#, maxReplacements: 1) { "\"phase_count\": 1\($0.1)" }
      }),
    Mutation(
      rule: "plan-version-history", name: "a version that is left out", profiles: [.opencode],
      edit: replacing("\"version\": 2", with: "\"version\": 3", in: Breakage.registry)),
    Mutation(
      rule: "unknown-dependency", name: "a task that does not exist",
      edit: replacing("**Dependencies**: None", with: "**Dependencies**: 999", in: Breakage.todo)),
    Mutation(
      rule: "dependency-cycle", name: "a task that depends on itself",
      edit: text(of: Breakage.registry) {
        $0.replacing(
          #/("project_number": (\d+),\n(?: {6}.*\n)*? {6}"dependencies": \[\n +)\d+/#, maxReplacements: 1
        ) {
          "\($0.1)\($0.2)"
        }
      }),
    Mutation(
      rule: "unmet-dependency", name: "a completed task that depends on a task that has not ended",
      edit: text(of: Breakage.registry) { text in
        guard
          let open = text.firstMatch(
            of: #/"project_number": (\d+),\n(?: {6}.*\n)*? {6}"status": "not_started"/#)
        else { return text }
        return text.replacing(
          #/("status": "completed",\n(?: {6}.*\n)*? {6}"dependencies": \[\n +)\d+/#, maxReplacements: 1
        ) { "\($0.1)\(open.1)" }
      }),
    Mutation(
      rule: "one-sided-blocking", name: "a task that blocks one that does not know", profiles: [.opencode],
      edit: text(of: Breakage.todo) { text in
        guard let other = text.firstMatch(of: #/\n### (\d+)\. /#) else { return text }
        return text.replacing(#/(### \d+\. (?:.*\n)*?)- \*\*Blocking\*\*: None/#, maxReplacements: 1) {
          "\($0.1)- **Blocking**: \(other.1)"
        }
      }),
    Mutation(
      rule: "plan-task-number", name: "a plan of another task",
      edit: text(of: Breakage.plan) {
        $0.replacing(#/- \*\*Task\*\*: \d+/#, with: "- **Task**: 888", maxReplacements: 1)
      }),
    Mutation(
      rule: "untracked-task", name: "a task without an entry",
      edit: text(of: Breakage.registry) {
        $0.replacing(
          #/[ ]{4}\{\n {6}"project_number": (\d+),\n(?: {6}.*\n)*? {6}"status": "not_started",\n(?: {6}.*\n)* {4}\},\n/#,
          with: "", maxReplacements: 1)
      }),
    Mutation(
      rule: "unlisted-task", name: "an entry without a task",
      alsoIn: [.opencode: ["overview-count"]],
      edit: text(of: Breakage.todo) {
        $0.replacing(
          #/### \d+\. .*\n(?:- .*\n)*?- \*\*Status\*\*: \[NOT STARTED\]\n(?:[^#\n].*\n|\n)*/#, with: "",
          maxReplacements: 1)
      }),
    Mutation(
      rule: "archived-but-active", name: "a task that was copied to the archive",
      edit: { tree in
        let registry = String(decoding: tree.files["specs/state.json"] ?? [], as: UTF8.self)
        guard let task = registry.firstMatch(of: #/"project_number": \d+,\n +"project_name": ".*"/#)?.0 else {
          return false
        }
        return text(of: { $0 == "specs/archive/state.json" }) {
          $0.replacing(#/"project_number": \d+,\n +"project_name": ".*"/#, with: task, maxReplacements: 1)
        }(&tree)
      }),
    Mutation(
      rule: "next-number", name: "a number that is taken", also: ["front-matter-mismatch"],
      edit: text(of: Breakage.registry) {
        $0.replacing(#/"next_project_number": \d+/#, with: "\"next_project_number\": 20", maxReplacements: 1)
      }),
    Mutation(
      rule: "front-matter-mismatch", name: "a next number that the registry has otherwise",
      edit: text(of: Breakage.todo) {
        $0.replacing(#/(next_project_number: \d+)/#, maxReplacements: 1) { "\($0.1)7" }
      }),
    Mutation(
      rule: "overview-count", name: "a count", profiles: [.opencode],
      edit: replacing("**Total Tasks:** ", with: "**Total Tasks:** 1", in: Breakage.todo)),
  ]

}
