import StatusDiagnostics
import StatusModel
import StatusText

/// TODO.md and state.json give different numbers for the next task, or TODO.md gives none.
struct FrontMatterMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "front-matter-mismatch", family: .consistency, severity: .warning, fix: .safe,
    summary:
      "next_project_number in the front matter of TODO.md differs from state.json, or is not a task number.",
    rationale: """
      The front matter repeats the value of state.json. If the values differ, two tasks may get the same \
      number. A value that is already the number of a task is wrong. Otherwise the file that the profile \
      trusts first is right.
      """,
    bad: [
      "specs/TODO.md": """
      ---
      next_project_number: 8
      ---
      """,
      "specs/state.json": #"{"next_project_number": «7», "active_projects": []}"#,
    ],
    good: [
      "specs/TODO.md": """
      ---
      next_project_number: 8
      ---
      """,
      "specs/state.json": #"{"next_project_number": 8, "active_projects": []}"#,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let use = NumberUse(workspace)
    reportUnread(workspace, use, into: &findings)
    guard use.counters.count == 2, use.counters[0].value != use.counters[1].value else { return }
    var (winner, loser) = (use.counters[0], use.counters[1])
    var reason = String.trusted(winner.source.path, workspace.profile.name)
    if use.isInUse(winner.value), !use.isInUse(loser.value) {
      (winner, loser) = (loser, winner)
      reason = .taken(loser.value)
    }
    let location = Location(path: loser.source.path, range: loser.range)
    findings.report(
      .file, .differs(loser, winner, reason), in: loser.source, at: loser.range,
      related: [
        RelatedLocation(Location(path: winner.source.path, range: winner.range), .says(winner.value))
      ],
      fix: Fix(
        .safe, "set to \(winner.value), as in \(winner.source.path)", at: location, with: "\(winner.value)"),
      evidence: "next_project_number")
  }

  private func reportUnread(_ workspace: Workspace, _ use: NumberUse, into findings: inout FindingCollector) {
    guard let list = workspace.taskList else { return }
    for value in list.unreadNextNumbers {
      let counter = use.counters.first { $0.authority == .registry }
      findings.report(
        .file, .notANumber(list.source.text(value)), in: list.source, at: value,
        related: (counter.map {
          [RelatedLocation(Location(path: $0.source.path, range: $0.range), .says($0.value))]
        }) ?? [],
        help: .setNumber(counter?.value))
    }
  }
}

extension String {
  fileprivate static func differs(_ loser: NumberUse.Counter, _ winner: NumberUse.Counter, _ reason: String)
    -> String
  {
    "next_project_number is \(loser.value) here and \(winner.value) in \(winner.source.path): \(reason)"
  }
  fileprivate static func notANumber(_ value: String) -> String {
    value == "next_project_number"
      ? "next_project_number has no value" : "next_project_number \(value.quotedBriefly) is not a task number"
  }
  fileprivate static func setNumber(_ next: Int?) -> String {
    next.map { "set it to \($0), as in state.json" } ?? "set it to the number of the next task"
  }
  fileprivate static func trusted(_ path: String, _ profile: String) -> String {
    "profile \(profile) trusts \(path) first"
  }
  fileprivate static func taken(_ number: Int) -> String { "\(number) is already used by a task" }
  fileprivate static func says(_ number: Int) -> String { "next_project_number is \(number) here" }
}
