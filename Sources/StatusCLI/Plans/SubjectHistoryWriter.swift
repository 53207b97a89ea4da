import StatusDiagnostics
import StatusFormats
import StatusHistory
import StatusReport
import StatusText

/// Puts the history of what other formats keep into words, or into JSON.
struct SubjectHistoryWriter: HistoryWording {
  let format: HistoryCommand.Format
  let now: Int
  let trees: [CheckedTree]
  private let roots: [HistoricRoot]

  init(_ roots: [HistoricRoot], _ format: HistoryCommand.Format, _ surroundings: Surroundings)
    throws(CommandError)
  {
    self.format = format
    self.roots = roots
    trees = roots.map {
      CheckedTree(root: $0.path, format: $0.format.name, reason: "in \($0.path.isEmpty ? "." : $0.path)")
    }
    now = try ReportMoment.present(in: surroundings)
  }

  func happening(_ event: SubjectEvent) -> Message {
    let files: Message = event.files.isEmpty ? "" : "  (\(outside: event.files.joined(separator: ", ")))"
    guard let subject = event.subject else { return "\(outside: event.files.joined()) \(event.remark ?? "")" }
    let name = name(subject, in: event.root)
    switch event.kind {
    case .appeared: return "\(name) appeared as \(text(event.new))\(files)"
    case .vanished, .archived: return "\(name) is gone, last \(text(event.old))"
    case .moved, .restarted, .unreadable:
      return "\(name): \(text(event.old)) -> \(text(event.new))\(files)"
    }
  }

  /// "phase 2", with the root where there are several.
  private func name(_ subject: HistoricSubject, in root: HistoricRoot) -> Message {
    let name: Message = "\(subject.kind) \(outside: subject.id)"
    return roots.count > 1 ? "\(name) of \(outside: root.path.isEmpty ? "." : root.path)" : name
  }

  private func text(_ status: SubjectStatus?) -> Message {
    status.map { "\"\(outside: $0.text)\"" } ?? "no status"
  }

  func fault(_ event: SubjectEvent) -> (rule: String, reason: String)? {
    guard let rule = event.rule, let old = event.old, let new = event.new else { return nil }
    let reason =
      old.isEnd ? "\"\(old.text)\" is final" : "\"\(new.text)\" comes before \"\(old.text)\""
    return (rule, reason)
  }

  func step(_ event: SubjectEvent) -> HistorySummary<SubjectStatus>.Step? {
    guard let subject = event.subject else { return nil }
    let key = "\(subject.kind) \(subject.id) \(event.root.path) \(event.root.format.name)"
    return HistorySummary.Step(
      kind: event.kind, isIllegal: event.rule != nil, follows: false, subject: key, new: event.new,
      wasEnd: event.old?.isEnd ?? false, isEnd: event.new?.isEnd ?? false)
  }

  func disagreement(_ interval: SubjectInterval) -> Message {
    let claims = interval.claims.map { claim -> Message in
      "\(outside: claim.file) \(outside: claim.name) \(text(claim.status))"
    }
    return "\(name(interval.subject, in: interval.root)): \(claims.joined(separator: ", "))"
  }

  func picture(_ interval: SubjectInterval) -> (subject: String, claims: [HistoryOverview.Drift.Claim]) {
    (interval.subject.id, interval.claims.map { ($0.name, state($0.status)) })
  }

  // MARK: Statuses

  func statuses(_ summary: HistorySummary<SubjectStatus>) -> [SubjectStatus] {
    summary.stays.keys.sorted { ($0.place ?? .max, $0.text) < ($1.place ?? .max, $1.text) }
  }

  func name(_ status: SubjectStatus) -> String { status.text }

  func value(_ status: SubjectStatus) -> String { status.text }

  func state(_ status: SubjectStatus) -> TaskOverview.State {
    let kind: TaskOverview.Kind =
      switch status.stage {
      case .open, nil: .open
      case .active: .active
      case .done: .done
      case .closed: .ended
      }
    return TaskOverview.State(status.text, kind, place: status.place ?? .max)
  }

  // MARK: JSON

  func writeTrees(to json: inout JSONWriter) {
    json.array("roots", roots) { json, root in
      json.object { json in
        json.member("root", root.path)
        json.member("format", root.format.name)
      }
    }
  }

  func write(_ event: SubjectEvent, of commit: LoggedCommit, to json: inout JSONWriter) {
    json.member("kind", event.kind.rawValue)
    write(commit, as: "commit", to: &json)
    write(event.root, event.subject, to: &json)
    json.member("from", event.old?.text)
    json.member("to", event.new?.text)
    json.strings("files", event.files)
    json.member("legal", event.rule == nil)
    json.member("rule", event.rule)
    json.member("reason", fault(event)?.reason)
    json.member("remark", event.remark)
  }

  func write(_ interval: SubjectInterval, to json: inout JSONWriter) {
    write(interval.root, interval.subject, to: &json)
    json.array("claims", interval.claims) { json, claim in
      json.object { json in
        json.member("path", claim.file)
        json.member("name", claim.name)
        json.member("status", claim.status.text)
      }
    }
  }

  private func write(_ root: HistoricRoot, _ subject: HistoricSubject?, to json: inout JSONWriter) {
    json.member("root", root.path)
    json.member("format", root.format.name)
    json.member("subject", subject?.kind)
    json.member("id", subject?.id)
  }
}
