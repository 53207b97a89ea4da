import StatusReport
import StatusText

/// The summary of a log, for people.
struct LogText {
  private let summary: LogSummary

  /// So many slow updates and sessions are listed.
  private static let mostListed = 5

  /// The text of `summary`.
  init(_ summary: LogSummary) { self.summary = summary }

  /// All its paragraphs.
  func render() -> Message {
    var text: Message = "\(Counted(summary.all.total, "update"))"
    if let times = summary.times {
      text +=
        " from \(times.first) to \(times.last): \(summary.all.done) done, \(summary.all.refused) refused"
    }
    text += "\n"
    text += table("COMMAND", summary.commandsByName.map { ("\($0.name)", $0.outcomes) })
    text += refusals()
    text += slowest()
    let sessions = summary.busiestSessions
    text += table(
      "SESSION", sessions.prefix(Self.mostListed).map { ("\($0.name ?? "(no session)")", $0.outcomes) })
    if sessions.count > Self.mostListed { text += "and \(sessions.count - Self.mostListed) more\n" }
    return text + unread()
  }

  private func table(_ title: Message, _ rows: [(name: Message, outcomes: LogSummary.Outcomes)]) -> Message {
    guard !rows.isEmpty else { return "" }
    let width = max(title.columns, rows.map(\.name.columns).max() ?? 0)
    var text: Message = "\n\(title.padded(to: width))    DONE  REFUSED\n"
    for row in rows {
      text +=
        "\(row.name.padded(to: width))  \(number(row.outcomes.done, 6))  \(number(row.outcomes.refused, 7))\n"
    }
    return text
  }

  private func refusals() -> Message {
    guard !summary.errors.isEmpty else { return "" }
    var text: Message = "\nREFUSED  BECAUSE OF\n"
    for (type, count) in summary.errorsByCount { text += "\(number(count, 7))  \(type)\n" }
    return text
  }

  private func slowest() -> Message {
    guard !summary.slowest.isEmpty else { return "" }
    var text: Message = "\n   TIME  SLOWEST\n"
    for entry in summary.slowest.prefix(Self.mostListed) {
      let time: Message = "\(ElapsedTime(seconds: entry.seconds, reproducible: false).phrase)"
      let tasks: Message =
        entry.tasks.count == 1 ? " \(entry.tasks[0])" : ", \(Counted(entry.tasks.count, "task"))"
      let padding = String(repeating: " ", count: max(0, 7 - time.columns))
      text += "\(raw: padding)\(time)  \(entry.command)\(tasks), \(entry.time)\n"
    }
    return text
  }

  private func unread() -> Message {
    guard summary.unreadCount > 0 else { return "" }
    var text: Message = "\n\(Counted(summary.unreadCount, "line")) not counted\n"
    for line in summary.unread { text += "  line \(line.number): \(line.reason)\n" }
    let rest = summary.unreadCount - summary.unread.count
    return rest > 0 ? text + "  and \(rest) more\n" : text
  }

  private func number(_ number: Int, _ width: Int) -> Message {
    let digits: Message = "\(number)"
    return "\(raw: String(repeating: " ", count: max(0, width - digits.columns)))\(digits)"
  }
}
