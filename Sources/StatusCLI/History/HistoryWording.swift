import StatusDiagnostics
import StatusHistory
import StatusModel
import StatusReport
import StatusText

/// Puts a history into words, or into JSON: that of tasks, or of what other formats keep.
protocol HistoryWording {
  /// What a commit did.
  associatedtype Event
  /// A time in which places disagreed.
  associatedtype Interval: HistoricInterval
  /// A status.
  associatedtype Status: Hashable

  /// The format.
  var format: HistoryCommand.Format { get }
  /// The present, in seconds since 1970.
  var now: Int { get }
  /// The trees, as reports name them.
  var trees: [CheckedTree] { get }

  /// What happened, and which files say so.
  func happening(_ event: Event) -> Message
  /// Why an event is not legal, in a few words; nil if it is.
  func fault(_ event: Event) -> (rule: String, reason: String)?
  /// What there is to count in an event; nil for nothing.
  func step(_ event: Event) -> HistorySummary<Status>.Step?
  /// Who said what in a time in which places disagreed.
  func disagreement(_ interval: Interval) -> Message
  /// The same for a picture.
  func picture(_ interval: Interval) -> (subject: String, claims: [HistoryOverview.Drift.Claim])

  /// The statuses of a summary, in their order.
  func statuses(_ summary: HistorySummary<Status>) -> [Status]
  /// A status as text has it.
  func name(_ status: Status) -> String
  /// A status as JSON has it.
  func value(_ status: Status) -> String
  /// A status as a picture has it.
  func state(_ status: Status) -> TaskOverview.State

  /// Writes the member that says what is judged.
  func writeTrees(to json: inout JSONWriter)
  /// Writes the members of an event.
  func write(_ event: Event, of commit: LoggedCommit, to json: inout JSONWriter)
  /// Writes the first members of an interval: what disagreed.
  func write(_ interval: Interval, to json: inout JSONWriter)
}

extension HistoryWording {
  /// A time for people, in UTC.
  private func time(_ seconds: Int) -> String {
    Timestamp(secondsSince1970: seconds)?.shown ?? "unknown time"
  }

  // MARK: Text

  /// What a commit did, below a line that names it.
  func text(_ events: [Event], of commit: LoggedCommit) -> Message {
    let head: Message =
      "\(time(commit.time)) \(String(commit.id.digits.prefix(10))) \(commit.author): \(commit.subject)\n"
    return head + events.map { event in "  \(text(event))\n" as Message }.joined()
  }

  private func text(_ event: Event) -> Message {
    let verdict: Message = fault(event).map { "  ILLEGAL: \($0.reason) [\($0.rule)]" } ?? ""
    return "\(happening(event))\(verdict)"
  }

  /// A time in which places disagreed.
  func text(_ interval: Interval) -> Message {
    let end: Message = interval.last.map { "\(time($0.time)) \(String($0.id.digits.prefix(10)))" } ?? "now"
    let start: Message = "\(time(interval.first.time)) \(String(interval.first.id.digits.prefix(10)))"
    return """
      \(disagreement(interval)) for \(HistoryDuration.text(interval.seconds(until: now)))
        from \(start) to \(end)

      """
  }

  // MARK: JSON

  /// An event in a line.
  func line(_ event: Event, of commit: LoggedCommit) -> [UInt8] {
    var json = JSONWriter(capacity: 512, layout: .line)
    json.object { write(event, of: commit, to: &$0) }
    return json.finish()
  }

  /// An interval in a line.
  func line(_ interval: Interval) -> [UInt8] {
    var json = JSONWriter(capacity: 512, layout: .line)
    json.object { writeWhole(interval, to: &$0) }
    return json.finish()
  }

  /// All events.
  func document(_ entries: [(LoggedCommit, Event)]) -> [UInt8] {
    document("events", entries) { json, entry in
      json.object { write(entry.1, of: entry.0, to: &$0) }
    }
  }

  /// All intervals.
  func document(_ intervals: [Interval]) -> [UInt8] {
    document("drift", intervals) { json, interval in json.object { writeWhole(interval, to: &$0) } }
  }

  private func document<Entry>(
    _ name: StaticString, _ entries: [Entry], _ write: (inout JSONWriter, Entry) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(capacity: 256 + 512 * entries.count)
    json.object { json in
      writeTrees(to: &json)
      json.array(name, entries, write)
    }
    return json.finish()
  }

  private func writeWhole(_ interval: Interval, to json: inout JSONWriter) {
    write(interval, to: &json)
    write(interval.first, as: "from", to: &json)
    if let last = interval.last { write(last, as: "to", to: &json) } else { json.null("to") }
    json.member("seconds", interval.seconds(until: now))
  }

  /// Writes the member that names a commit.
  func write(_ commit: LoggedCommit, as name: StaticString, to json: inout JSONWriter) {
    json.object(name) { json in
      json.member("id", commit.id.digits)
      json.member("time", time(commit.time))
      json.member("author", commit.author)
      json.member("email", commit.email)
      json.member("subject", commit.subject)
    }
  }
}
