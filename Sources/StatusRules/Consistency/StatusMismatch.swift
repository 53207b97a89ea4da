import StatusDiagnostics
import StatusModel
import StatusText

/// TODO.md and state.json claim different statuses for one task.
struct StatusMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "status-mismatch", family: .consistency, severity: .error, fix: .unsafe,
    summary: "TODO.md and state.json claim different statuses for one task.",
    rationale: """
      People read the one file and agents the other: work is done twice, or never. The finding says which claim \
      would win - by its date, by lying ahead, or by the profile's order of trust - and why.
      """,
    bad: """
      TODO.md:     - **Status**: [COMPLETED]
      state.json:  "status": "implementing"
      """,
    good: """
      TODO.md:     - **Status**: [COMPLETED]
      state.json:  "status": "completed"
      """)

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = workspace.taskList, let registry = workspace.registry else { return }
    let vocabulary = workspace.profile.vocabulary
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
        help: .verdict(verdict, vocabulary), evidence: "\(listed.text) \(registered.text)")
    }
  }
}

extension String {
  fileprivate static func mismatch(_ number: Int, _ listed: StatusClaim, _ registered: StatusClaim) -> String
  {
    "task \(number) is \(listed.text) here, but \"\(registered.text)\" in \(registered.fileName)"
  }
  fileprivate static func registered(_ claim: StatusClaim) -> String {
    "\(claim.fileName) says \"\(claim.text)\""
  }
  fileprivate static func verdict(_ verdict: Verdict, _ vocabulary: StatusVocabulary) -> String {
    "\(vocabulary.marker(verdict.winner.status)) would win: \(verdict.reason)"
  }
}
