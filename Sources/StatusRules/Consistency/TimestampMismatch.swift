import StatusDiagnostics
import StatusModel
import StatusText

/// TODO.md and state.json have different dates for one event.
struct TimestampMismatch: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "timestamp-mismatch", family: .consistency, severity: .warning, fix: .unsafe,
    summary: "TODO.md and state.json have different dates for the same event of a task.",
    rationale: """
      A task was started or completed once. Two dates mean that one file was changed without the other, and reports \
      about the work depend on which file they read. Of two dates the later one is the newer claim. A date and a full \
      timestamp agree if they are the same day in some time zone.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IN PROGRESS]
      - **Started**: «2026-01-05»
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "in_progress", "started": "2026-01-08"}
        ]
      }
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [IN PROGRESS]
      - **Started**: 2026-01-08
      """,
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "in_progress", "started": "2026-01-08"}
        ]
      }
      """,
    ])

  /// The date of an event in one of the two files.
  private struct Claim {
    let source: SourceText
    let claim: TimestampClaim
    let found: FoundTimestamp
    /// All dates of the task in the file.
    let others: [TimestampClaim]
    /// The dates that say when the file was last updated.
    let heads: [TimestampClaim]

    /// The value as the file writes it.
    var text: String { source.text(found.range) }
    /// The file's name, without its directories.
    var fileName: String { PathText.name(of: source.path) }

    /// The date of `event`; nil where the file has none that can be read.
    init?(_ event: StatusEvent, _ claims: [TimestampClaim], in source: SourceText, heads: [TimestampClaim]) {
      guard let claim = claims.first(where: { $0.event == event }), let found = claim.reading.found else {
        return nil
      }
      self.source = source
      self.claim = claim
      self.found = found
      others = claims
      self.heads = heads
    }
  }

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let list = workspace.taskList, let registry = workspace.registry else { return }
    let vocabulary = workspace.profile.vocabulary
    for task in workspace.tasks {
      guard let entry = task.entry, let state = task.state, !entry.timestamps.isEmpty else { continue }
      let own = state.suffixedClaims.isEmpty ? state.timestamps : state.timestamps + state.suffixedClaims
      // What a task of a finished stage has as Completed is the date of the stage.
      let isStage = [entry.marker?.status, state.certainStatus].contains {
        $0.map { vocabulary.kind($0) == .resting } ?? false
      }
      for event in StatusEvent.allCases where event != .completed || !isStage {
        guard let listed = Claim(event, entry.timestamps, in: list.source, heads: list.timestamps),
          let registered = Claim(
            event, own, in: registry.source, heads: state.timestamps + registry.timestamps),
          !Self.isSameDay(listed.found.timestamp, registered.found.timestamp)
        else { continue }
        report(task.number, listed, registered, workspace, &findings)
      }
    }
  }

  private func report(
    _ task: Int, _ listed: Claim, _ registered: Claim, _ workspace: Workspace,
    _ findings: inout FindingCollector
  ) {
    let isListedLater = registered.found.timestamp.isBefore(listed.found.timestamp)
    let (winner, loser) = isListedLater ? (listed, registered) : (registered, listed)
    findings.report(
      .task, .mismatch(task, listed.claim.name, listed.text, registered.text, registered.fileName),
      in: listed.source, at: listed.found.range, task: task,
      related: [
        RelatedLocation(
          Location(path: registered.source.path, range: registered.found.range),
          .registered(registered.claim.name, registered.text))
      ],
      help: .later(winner.text, winner.fileName), fix: fix(loser, winner, workspace),
      evidence: "\(listed.text) \(registered.text)")
  }

  /// Writes the winner's date over the loser's, unless something would end before it begins.
  private func fix(_ loser: Claim, _ winner: Claim, _ workspace: Workspace) -> Fix? {
    let date = winner.found.repeatable
    guard let event = loser.claim.event, !Self.disorders(event, date, loser.others),
      let text = date.text(in: workspace.profile.timestamps.forms(in: loser.claim.place))
    else { return nil }
    let path = loser.source.path
    let fix = Fix(
      .unsafe, .set(loser.claim.name, text, winner.fileName),
      at: Location(path: path, range: loser.found.range), with: text)
    return fix.raising(loser.heads, to: [winner.found], at: path, in: workspace)
  }

  /// Whether an end would come before the start once `event` happened at `date`.
  private static func disorders(_ event: StatusEvent, _ date: Timestamp, _ claims: [TimestampClaim]) -> Bool {
    claims.contains { claim in
      guard let other = claim.event, let found = claim.reading.found?.timestamp else { return false }
      return event == .started
        ? other != .started && found.isBefore(date) : other == .started && date.isBefore(found)
    }
  }

  /// Whether two timestamps may be of one day: clocks of two programs differ, and so do time zones.
  private static func isSameDay(_ first: Timestamp, _ second: Timestamp) -> Bool {
    if first.isDate || second.isDate { return first.agrees(with: second) }
    return first.day == second.day || abs(first.secondsSince1970 - second.secondsSince1970) < 3600
  }
}

extension String {
  fileprivate static func mismatch(
    _ number: Int, _ name: String, _ listed: String, _ registered: String, _ file: String
  ) -> String {
    "\(name) of task \(number) is \(listed) here, but \(registered) in \(file)"
  }
  fileprivate static func registered(_ name: String, _ text: String) -> String {
    "\"\(name)\" is \(text) here"
  }
  fileprivate static func later(_ text: String, _ file: String) -> String {
    "\(text) has better evidence: the date in \(file) is later"
  }
  fileprivate static func set(_ name: String, _ text: String, _ file: String) -> String {
    "set \(name) to \(text), as in \(file)"
  }
}
