import StatusHistory
import StatusModel

/// What there is to count in a history.
struct HistorySummary<Status: Hashable> {
  /// What counts of an event.
  struct Step {
    /// What kind of thing happened.
    let kind: HistoryEvent.Kind
    /// Whether a rule is broken by it.
    let isIllegal: Bool
    /// Whether one place only says now what another has said before.
    let follows: Bool
    /// What has the status, by a name of its own; nil for a phase of a task.
    let subject: String?
    /// The status afterwards; nil where there is none.
    let new: Status?
    /// Whether nothing came after the status before, and nothing comes after the new one.
    let wasEnd: Bool
    let isEnd: Bool
  }

  /// What happened in a month.
  struct Month {
    /// The transitions, of tasks and of phases.
    var moves = 0
    /// Those of everything that a rule is broken by.
    var illegal = 0
    /// The tasks that were opened, closed and reopened.
    var tasks = TaskTally.Counts()
  }

  /// The months, by their first seven characters: `2026-01`.
  private(set) var months: [String: Month] = [:]
  /// How long tasks have stayed in each status, in seconds, as far as they have left it.
  private(set) var stays: [Status: [Int]] = [:]
  /// When each task has got its status.
  private var since: [String: (status: Status, time: Int)] = [:]

  /// Counts what a commit did, with what that opened, closed and reopened.
  mutating func count(_ steps: [Step], _ counts: TaskTally.Counts, of commit: LoggedCommit) {
    if steps.isEmpty { return }
    guard let time = Timestamp(secondsSince1970: commit.time) else { return }
    let month = String(time.dateText.prefix(7))
    if counts != TaskTally.Counts() { months[month, default: Month()].tasks += counts }
    for step in steps {
      if step.follows { continue }
      if step.isIllegal { months[month, default: Month()].illegal += 1 }
      if step.kind == .moved { months[month, default: Month()].moves += 1 }
      guard let key = step.subject else { continue }
      guard step.kind == .appeared || step.kind == .moved, let new = step.new else { continue }
      if let former = since[key], former.status != new {
        stays[former.status, default: []].append(max(0, commit.time - former.time))
      }
      if since[key]?.status != new { since[key] = (new, commit.time) }
    }
  }

  /// How long tasks have stayed in a status: of the times, the middle one, of two the smaller; nil without any.
  func median(_ status: Status) -> Int? {
    stays[status].flatMap { $0.isEmpty ? nil : $0.sorted()[($0.count - 1) / 2] }
  }
}
