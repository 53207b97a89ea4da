import StatusDiagnostics
import StatusModel
import StatusText

/// TODO.md and state.json claim different statuses for one task.
struct StatusMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "status-mismatch", family: .consistency, severity: .error, fix: .unsafe,
    summary: "TODO.md and state.json have different statuses for one task.",
    rationale: """
      People read one file and agents read the other, so work is repeated or never done. The finding says \
      which claim has better evidence, and whether the reason is its date, its progress, or the file that the \
      profile trusts first.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: «[IN PROGRESS]»
      - **Started**: 2026-01-05
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "not_started"}
        ]
      }
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IN PROGRESS]
      - **Started**: 2026-01-05
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "in_progress", "started": "2026-01-05"}
        ]
      }
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = workspace.taskList, let registry = workspace.registry else { return }
    let vocabulary = workspace.profile.vocabulary
    let json = LazyJSON(registry.source)
    reportMissing(workspace, list, registry, json, &findings)
    reportClosed(workspace, list, registry, &findings)
    for task in workspace.tasks {
      guard let entry = task.entry, let state = task.state,
        let listed = StatusClaim(entry, in: list, vocabulary),
        let registered = StatusClaim(state, in: registry, vocabulary), listed.status != registered.status
      else { continue }
      let verdict = Verdict(listed, registered, workspace.profile)
      findings.report(
        .task, .mismatch(task.number, listed, registered), in: list.source, at: listed.range,
        task: task.number,
        related: [
          RelatedLocation(
            Location(path: registry.path, range: registered.range), .registered(registered))
        ],
        help: .verdict(verdict, vocabulary), fix: fix(task, verdict, json, workspace),
        evidence: "\(listed.text) \(registered.text)")
    }
  }

  /// Makes the files that lose say what the winner says, with the date and the reason that it has for it.
  private func fix(_ task: TrackedTask, _ verdict: Verdict, _ json: LazyJSON, _ workspace: Workspace) -> Fix?
  {
    guard let list = workspace.taskList, let entry = task.entry, let state = task.state,
      !entry.isContradictory, TaskRewrite.allows(verdict.winner.status, for: task, in: workspace)
    else { return nil }
    let listWins = verdict.winner.authority == .taskList
    let evidence = listWins ? TaskEvidence(entry, in: list) : TaskEvidence(state, in: json)
    return evidence.flatMap {
      TaskRewrite($0, in: workspace).fix(
        of: task, entry: listWins ? nil : entry, state: listWins ? state : nil, json: json,
        .follow(workspace.profile.vocabulary.marker($0.status), verdict.winner))
    }
  }
}

extension String {
  fileprivate static func mismatch(_ number: Int, _ listed: StatusClaim, _ registered: StatusClaim) -> String
  {
    "task \(number) is \(listed.text) here, but \"\(registered.text)\" in \(registered.fileName)"
  }
  fileprivate static func registered(_ claim: StatusClaim) -> String {
    "the status in \(claim.fileName) is \"\(claim.text)\""
  }
  fileprivate static func follow(_ marker: String, _ winner: StatusClaim) -> String {
    "set the task to \(marker) in every file, as in \(winner.fileName)"
  }
  fileprivate static func verdict(_ verdict: Verdict, _ vocabulary: StatusVocabulary) -> String {
    "\(vocabulary.marker(verdict.winner.status)) has better evidence: \(verdict.reason)"
  }
}
