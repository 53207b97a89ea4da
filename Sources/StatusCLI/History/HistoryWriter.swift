import StatusDiagnostics
import StatusEngine
import StatusHistory
import StatusModel
import StatusReport
import StatusText

/// Puts the history of tasks into words, or into JSON.
struct HistoryWriter: HistoryWording {
  let format: HistoryCommand.Format
  let now: Int
  let trees: [CheckedTree]
  /// The statuses' names.
  private let profile: Profile

  init(_ request: HistoryRequest, _ format: HistoryCommand.Format, _ surroundings: Surroundings)
    throws(CommandError)
  {
    self.format = format
    profile = request.profile
    trees = [request.tree]
    now = try ReportMoment.present(in: surroundings)
  }

  private func marker(_ status: Status?) -> String { status.map(profile.vocabulary.marker) ?? "nothing" }

  func happening(_ event: HistoryEvent) -> Message {
    let files: Message = event.files.isEmpty ? "" : "  (\(outside: event.files.joined(separator: ", ")))"
    let subject = subject(event)
    switch event.kind {
    case .appeared: return "\(subject) appeared as \(marker(event.new))\(files)"
    case .moved:
      let follows: Message = event.follows ? ", as the other file" : ""
      return "\(subject): \(marker(event.old)) -> \(marker(event.new))\(follows)\(files)"
    case .restarted: return "\(subject): Started \(event.remark ?? "")\(files)"
    case .archived: return "\(subject) was archived as \(marker(event.old))"
    case .vanished: return "\(subject) is gone, last \(marker(event.old))\(files)"
    case .unreadable: return "\(outside: event.files.joined()) \(event.remark ?? "")"
    }
  }

  private func subject(_ event: HistoryEvent) -> Message {
    let task: Message = event.task.map { "task \($0)" } ?? "a task"
    return event.phase.map { "\(task), phase \($0)" } ?? task
  }

  func fault(_ event: HistoryEvent) -> (rule: String, reason: String)? {
    event.rule.map { ($0, reason($0, event)) }
  }

  private func reason(_ rule: String, _ event: HistoryEvent) -> String {
    switch event.kind {
    case .restarted: "work begins once"
    case .vanished: event.phase == nil ? "it was not archived" : "it was not abandoned"
    default:
      rule == "terminal-status-changed"
        ? "\(marker(event.old)) is final"
        : "no legal steps lead from \(marker(event.old)) to \(marker(event.new))"
    }
  }

  func step(_ event: HistoryEvent) -> HistorySummary<Status>.Step? {
    let task = event.phase == nil ? event.task : nil
    return HistorySummary.Step(
      kind: event.kind, isIllegal: event.rule != nil, follows: event.follows,
      subject: task.map { "\($0) \(event.firstRoot ?? event.root)" }, new: event.new,
      wasEnd: event.old.map(profile.vocabulary.isTerminal) ?? false,
      isEnd: event.new.map(profile.vocabulary.isTerminal) ?? false)
  }

  func disagreement(_ interval: DriftInterval) -> Message {
    let claims = interval.claims.map { "\(outside: $0.file) \(marker($0.status))" as Message }
    return "task \(interval.task): \(claims.joined(separator: ", "))"
  }

  func picture(_ interval: DriftInterval) -> (subject: String, claims: [HistoryOverview.Drift.Claim]) {
    ("\(interval.task)", interval.claims.map { ($0.file, profile.state($0.status)) })
  }

  // MARK: Statuses

  func statuses(_ summary: HistorySummary<Status>) -> [Status] { profile.vocabulary.entries.map(\.status) }

  func name(_ status: Status) -> String { marker(status) }

  func value(_ status: Status) -> String { profile.vocabulary.value(status) }

  func state(_ status: Status) -> TaskOverview.State { profile.state(status) }

  // MARK: JSON

  func writeTrees(to json: inout JSONWriter) { json.member("profile", profile.name) }

  func write(_ event: HistoryEvent, of commit: LoggedCommit, to json: inout JSONWriter) {
    json.member("kind", event.kind.rawValue)
    write(commit, as: "commit", to: &json)
    json.member("root", event.root)
    json.member("task", event.task)
    json.member("phase", event.phase)
    json.member("from", event.old.map(profile.vocabulary.value))
    json.member("to", event.new.map(profile.vocabulary.value))
    json.strings("files", event.files)
    json.member("follows", event.follows)
    json.member("legal", event.rule == nil)
    json.member("rule", event.rule)
    json.member("reason", fault(event)?.reason)
    json.member("remark", event.remark)
  }

  func write(_ interval: DriftInterval, to json: inout JSONWriter) {
    json.member("root", interval.root)
    json.member("task", interval.task)
    json.object("claims") { json in
      for claim in interval.claims { json.member(named: claim.file, profile.vocabulary.value(claim.status)) }
    }
  }
}
