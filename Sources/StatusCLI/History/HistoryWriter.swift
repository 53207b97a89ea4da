import StatusHistory
import StatusModel
import StatusReport
import StatusText

/// Puts a history into words, or into JSON.
struct HistoryWriter {
  /// The format.
  let format: HistoryCommand.Format
  /// The statuses' names.
  let profile: Profile
  /// The present, in seconds since 1970; what SOURCE_DATE_EPOCH says, so that the same history gives the same bytes.
  let now: Int

  init(_ request: HistoryRequest, _ format: HistoryCommand.Format, _ surroundings: Surroundings)
    throws(CommandError)
  {
    self.format = format
    profile = request.profile
    now = try ReportMoment.sourceDateEpoch(in: surroundings) ?? surroundings.now()
  }

  private func marker(_ status: Status?) -> String { status.map(profile.vocabulary.marker) ?? "nothing" }

  /// A time for people, in UTC.
  private func time(_ seconds: Int) -> String {
    Timestamp(secondsSince1970: seconds)?.shown ?? "unknown time"
  }

  // MARK: Text

  /// What a commit did, below a line that names it.
  func text(_ events: [HistoryEvent], of commit: LoggedCommit) -> Message {
    let head: Message =
      "\(time(commit.time)) \(String(commit.id.digits.prefix(10))) \(commit.author): \(commit.subject)\n"
    return head + events.map { event in "  \(text(event))\n" as Message }.joined()
  }

  private func text(_ event: HistoryEvent) -> Message {
    let verdict: Message = event.rule.map { "  ILLEGAL: \(reason($0, event)) [\($0)]" } ?? ""
    return "\(happening(event))\(verdict)"
  }

  /// What happened, and which files say so.
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

  /// Why an event is not legal, in a few words.
  func reason(_ rule: String, _ event: HistoryEvent) -> String {
    switch event.kind {
    case .restarted: "work begins once"
    case .vanished: event.phase == nil ? "it was not archived" : "it was not abandoned"
    default:
      rule == "terminal-status-changed"
        ? "\(marker(event.old)) is final"
        : "no legal steps lead from \(marker(event.old)) to \(marker(event.new))"
    }
  }

  /// A time in which files disagreed.
  func text(_ interval: DriftInterval) -> Message {
    let end: Message = interval.last.map { "\(time($0.time)) \(String($0.id.digits.prefix(10)))" } ?? "now"
    let start: Message = "\(time(interval.first.time)) \(String(interval.first.id.digits.prefix(10)))"
    let claims = interval.claims.map { "\(outside: $0.file) \(marker($0.status))" as Message }
    return """
      task \(interval.task): \(claims.joined(separator: ", ")) for \
      \(HistorySummary.duration(interval.seconds(until: now)))
        from \(start) to \(end)

      """
  }

  // MARK: JSON

  /// An event in a line.
  func line(_ event: HistoryEvent, of commit: LoggedCommit) -> [UInt8] {
    var json = JSONWriter(capacity: 512, layout: .line)
    json.object { write(event, of: commit, to: &$0) }
    return json.finish()
  }

  /// An interval in a line.
  func line(_ interval: DriftInterval) -> [UInt8] {
    var json = JSONWriter(capacity: 512, layout: .line)
    json.object { write(interval, to: &$0) }
    return json.finish()
  }

  /// All events.
  func document(_ entries: [(LoggedCommit, HistoryEvent)]) -> [UInt8] {
    document("events", entries) { json, entry in
      json.object { write(entry.1, of: entry.0, to: &$0) }
    }
  }

  /// All intervals.
  func document(_ intervals: [DriftInterval]) -> [UInt8] {
    document("drift", intervals) { json, interval in json.object { write(interval, to: &$0) } }
  }

  private func document<Entry>(
    _ name: StaticString, _ entries: [Entry], _ write: (inout JSONWriter, Entry) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 256 + 512 * entries.count)
    json.object { json in
      json.member("profile", profile.name)
      json.array(name, entries, write)
    }
    return json.finish()
  }

  private func write(_ event: HistoryEvent, of commit: LoggedCommit, to json: inout JSONWriter) {
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
    json.member("reason", event.rule.map { reason($0, event) })
    json.member("remark", event.remark)
  }

  private func write(_ interval: DriftInterval, to json: inout JSONWriter) {
    json.member("root", interval.root)
    json.member("task", interval.task)
    json.object("claims") { json in
      for claim in interval.claims { json.member(named: claim.file, profile.vocabulary.value(claim.status)) }
    }
    write(interval.first, as: "from", to: &json)
    if let last = interval.last { write(last, as: "to", to: &json) } else { json.null("to") }
    json.member("seconds", interval.seconds(until: now))
  }

  private func write(_ commit: LoggedCommit, as name: StaticString, to json: inout JSONWriter) {
    json.object(name) { json in
      json.member("id", commit.id.digits)
      json.member("time", time(commit.time))
      json.member("author", commit.author)
      json.member("email", commit.email)
      json.member("subject", commit.subject)
    }
  }
}
