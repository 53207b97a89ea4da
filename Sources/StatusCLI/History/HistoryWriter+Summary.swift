import StatusHistory
import StatusModel
import StatusReport
import StatusText

extension HistoryWriter {
  /// What there is to count: month by month, and status by status.
  func text(_ summary: HistorySummary, _ intervals: [DriftInterval]) -> Message {
    var text: Message = "month    transitions  illegal  opened  closed  reopened  drift\n"
    let drift = driftByMonth(intervals)
    for month in Set(summary.months.keys).union(drift.keys).sorted() {
      let counts = summary.months[month] ?? HistorySummary.Month()
      let numbers = [
        (counts.moves, 11), (counts.illegal, 7), (counts.opened, 6), (counts.closed, 6), (counts.reopened, 8),
      ]
      let columns = numbers.map { "  \(Self.right("\($0)", $1))" as Message }.joined()
      text += "\(month)\(columns)  \(HistorySummary.duration(drift[month] ?? 0))\n"
    }
    text += "\nstatus          median time  times\n"
    for entry in profile.vocabulary.entries {
      guard let stays = summary.stays[entry.status], let median = HistorySummary.median(stays) else {
        continue
      }
      let name = "[\(entry.marker)]"
      let padding = String(repeating: " ", count: max(1, 16 - name.count))
      text +=
        "\(name)\(padding)\(Self.right(HistorySummary.duration(median), 11))  \(Self.right("\(stays.count)", 5))\n"
    }
    return text
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// The seconds of disagreement, by the month in which it began.
  private func driftByMonth(_ intervals: [DriftInterval]) -> [String: Int] {
    var seconds: [String: Int] = [:]
    for interval in intervals {
      guard let start = Timestamp(secondsSince1970: interval.first.time) else { continue }
      seconds[String(start.dateText.prefix(7)), default: 0] += interval.seconds(until: now)
    }
    return seconds
  }

  /// The same as a JSON object.
  func document(_ summary: HistorySummary, _ intervals: [DriftInterval]) -> [UInt8] {
    let drift = driftByMonth(intervals)
    var json = JSONWriter(capacity: 4096, layout: format == .jsonl ? .line : .indented)
    json.object { json in
      json.member("profile", profile.name)
      json.array("months", Set(summary.months.keys).union(drift.keys).sorted()) { json, month in
        let counts = summary.months[month] ?? HistorySummary.Month()
        json.object { json in
          json.member("month", month)
          json.member("transitions", counts.moves)
          json.member("illegal", counts.illegal)
          json.member("opened", counts.opened)
          json.member("closed", counts.closed)
          json.member("reopened", counts.reopened)
          json.member("drift_seconds", drift[month] ?? 0)
        }
      }
      let statuses = profile.vocabulary.entries.map(\.status).filter { summary.stays[$0] != nil }
      json.array("statuses", statuses) { json, status in
        let stays = summary.stays[status] ?? []
        json.object { json in
          json.member("status", profile.vocabulary.value(status))
          json.member("median_seconds", HistorySummary.median(stays))
          json.member("times", stays.count)
        }
      }
    }
    return json.finish()
  }
}
