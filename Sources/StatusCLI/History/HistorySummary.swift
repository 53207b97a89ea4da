import StatusHistory
import StatusModel

/// What there is to count in a history.
struct HistorySummary {
  /// What happened in a month.
  struct Month {
    /// The transitions, of tasks and of phases.
    var moves = 0
    /// Those of everything that a rule is broken by.
    var illegal = 0
    /// The tasks that appeared.
    var opened = 0
    /// The tasks that ended or were put away.
    var closed = 0
    /// Those of them that went on.
    var reopened = 0
  }

  /// The months, by their first seven characters: `2026-01`.
  private(set) var months: [String: Month] = [:]
  /// How long tasks have stayed in each status, in seconds, as far as they have left it.
  private(set) var stays: [Status: [Int]] = [:]
  private var tally: TaskTally
  /// When each task has got its status.
  private var since: [String: (status: Status, time: Int)] = [:]

  /// Nothing is counted yet. The statuses with which a task ends are `isTerminal`.
  init(ending isTerminal: @escaping (Status) -> Bool) { tally = TaskTally(ending: isTerminal) }

  /// Counts what a commit did.
  mutating func count(_ events: [HistoryEvent], of commit: LoggedCommit) {
    guard let time = Timestamp(secondsSince1970: commit.time) else { return }
    let month = String(time.dateText.prefix(7))
    for event in events {
      for change in tally.changes(by: event) { count(change, in: month) }
      if event.follows { continue }
      if event.rule != nil { months[month, default: Month()].illegal += 1 }
      if event.kind == .moved { months[month, default: Month()].moves += 1 }
      guard event.phase == nil, let task = event.task else { continue }
      let key = "\(task) \(event.root)"
      guard event.kind == .appeared || event.kind == .moved, let new = event.new else { continue }
      if let former = since[key], former.status != new {
        stays[former.status, default: []].append(max(0, commit.time - former.time))
      }
      if since[key]?.status != new { since[key] = (new, commit.time) }
    }
  }

  private mutating func count(_ change: TaskTally.Change, in month: String) {
    switch change {
    case .opened: months[month, default: Month()].opened += 1
    case .closed: months[month, default: Month()].closed += 1
    case .reopened: months[month, default: Month()].reopened += 1
    }
  }

  /// The middle one of `values`, of two the smaller; nil without any.
  static func median(_ values: [Int]) -> Int? {
    values.isEmpty ? nil : values.sorted()[(values.count - 1) / 2]
  }

  /// A duration for people: `3 d 4 h`, `5 min`.
  static func duration(_ seconds: Int) -> String {
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60)
    if days > 0 { return hours > 0 ? "\(days) d \(hours) h" : "\(days) d" }
    if hours > 0 { return minutes > 0 ? "\(hours) h \(minutes) min" : "\(hours) h" }
    return minutes > 0 ? "\(minutes) min" : "\(seconds) s"
  }
}
