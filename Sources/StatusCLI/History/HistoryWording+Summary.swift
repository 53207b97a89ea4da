import StatusHistory
import StatusModel
import StatusReport
import StatusText

extension HistoryWording {
  /// What there is to count: month by month, and status by status.
  func text(_ summary: HistorySummary<Status>, _ intervals: [Interval]) -> Message {
    var text: Message = "month    transitions  illegal  opened  closed  reopened  drift\n"
    let drift = driftByMonth(intervals)
    for month in Set(summary.months.keys).union(drift.keys).sorted() {
      let counts = summary.months[month] ?? HistorySummary<Status>.Month()
      let numbers = [
        (counts.moves, 11), (counts.illegal, 7), (counts.tasks.opened, 6), (counts.tasks.closed, 6),
        (counts.tasks.reopened, 8),
      ]
      let columns = numbers.map { "  \(Self.right("\($0)", $1))" as Message }.joined()
      text += "\(month)\(columns)  \(HistoryDuration.text(drift[month] ?? 0))\n"
    }
    text += "\nstatus          median time  times\n"
    for status in statuses(summary) {
      guard let median = summary.median(status) else { continue }
      let name = name(status)
      let count = summary.stays[status]?.count ?? 0
      let padding = String(repeating: " ", count: max(1, 16 - name.count))
      text +=
        "\(name)\(padding)\(Self.right(HistoryDuration.text(median), 11))  \(Self.right("\(count)", 5))\n"
    }
    return text
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The seconds of disagreement, by the month in which it began.
  private func driftByMonth(_ intervals: [Interval]) -> [String: Int] {
    var seconds: [String: Int] = [:]
    for interval in intervals {
      guard let start = Timestamp(secondsSince1970: interval.first.time) else { continue }
      seconds[String(start.dateText.prefix(7)), default: 0] += interval.seconds(until: now)
    }
    return seconds
  }

  /// The same as a JSON object.
  func document(_ summary: HistorySummary<Status>, _ intervals: [Interval]) -> [UInt8] {
    let drift = driftByMonth(intervals)
    var json = JSONWriter(capacity: 4096, layout: format == .jsonl ? .line : .indented)
    json.object { json in
      writeTrees(to: &json)
      json.array("months", Set(summary.months.keys).union(drift.keys).sorted()) { json, month in
        let counts = summary.months[month] ?? HistorySummary<Status>.Month()
        json.object { json in
          json.member("month", month)
          json.member("transitions", counts.moves)
          json.member("illegal", counts.illegal)
          json.member("opened", counts.tasks.opened)
          json.member("closed", counts.tasks.closed)
          json.member("reopened", counts.tasks.reopened)
          json.member("drift_seconds", drift[month] ?? 0)
        }
      }
      let statuses = statuses(summary).filter { summary.stays[$0] != nil }
      json.array("statuses", statuses) { json, status in
        json.object { json in
          json.member("status", value(status))
          json.member("median_seconds", summary.median(status))
          json.member("times", summary.stays[status]?.count)
        }
      }
    }
    return json.finish()
  }
}
