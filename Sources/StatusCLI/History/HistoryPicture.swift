import StatusDiagnostics
import StatusEngine
import StatusHistory
import StatusModel
import StatusReport
import StatusText

/// Collects what a page draws of a history, commit by commit.
struct HistoryPicture {
  private var history = HistoryOverview()
  private var days: [CalendarDay: HistoryOverview.Day] = [:]
  private let writer: HistoryWriter
  private var tally: TaskTally

  /// The picture of all tasks, or of one.
  init(_ writer: HistoryWriter, task: Int?) {
    self.writer = writer
    tally = TaskTally(ending: writer.profile.vocabulary.isTerminal)
    history.task = task
  }

  /// Takes in what a commit did.
  mutating func add(_ events: [HistoryEvent], of commit: LoggedCommit) {
    let day = CalendarDay(nearestTo: commit.time / 86_400)
    for event in events {
      if history.task.map({ $0 == event.task }) ?? (event.rule != nil) {
        history.moves.append(move(event, commit))
      }
      if event.kind == .moved, !event.follows { history.moveCount += 1 }
      for change in tally.changes(by: event) { count(change, on: day) }
    }
  }

  private mutating func count(_ change: TaskTally.Change, on day: CalendarDay) {
    switch change {
    case .opened: days[day, default: .init(day)].opened += 1
    case .closed: days[day, default: .init(day)].closed += 1
    case .reopened: days[day, default: .init(day)].reopened += 1
    }
  }

  private func move(_ event: HistoryEvent, _ commit: LoggedCommit) -> HistoryOverview.Move {
    HistoryOverview.Move(
      time: commit.time, commit: String(commit.id.digits.prefix(10)), author: commit.author,
      subject: commit.subject, words: writer.happening(event).plain,
      fault: event.rule.map { (rule: $0, reason: writer.reason($0, event)) })
  }

  /// The page, with how long tasks stayed in each status and when files disagreed.
  func page(
    _ summary: HistorySummary, _ intervals: [DriftInterval], of trees: [CheckedTree],
    _ options: ReportOptions
  ) -> [UInt8] {
    let profile = writer.profile
    var history = history
    history.days = days.values.sorted { $0.day < $1.day }
    if history.task == nil {
      history.stays = profile.vocabulary.entries.compactMap { entry in
        guard let stays = summary.stays[entry.status], let median = HistorySummary.median(stays) else {
          return nil
        }
        return HistoryOverview.Stay(
          profile.state(entry.status), seconds: median, duration: HistorySummary.duration(median),
          times: stays.count)
      }
    }
    history.drift = intervals.filter { history.task == nil || history.task == $0.task }.map(drift)
    return HistoryPage.render(history, of: trees, options)
  }

  private func drift(_ interval: DriftInterval) -> HistoryOverview.Drift {
    let first = CalendarDay(nearestTo: interval.first.time / 86_400)
    let last = CalendarDay(nearestTo: (interval.last?.time ?? writer.now) / 86_400)
    return HistoryOverview.Drift(
      task: interval.task, claims: interval.claims.map { ($0.file, writer.profile.state($0.status)) },
      days: first...max(first, last),
      duration: HistorySummary.duration(interval.seconds(until: writer.now)),
      isOver: interval.last != nil)
  }
}
