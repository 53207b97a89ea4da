import StatusDiagnostics
import StatusHistory
import StatusModel
import StatusReport
import StatusText

/// Collects what a page draws of a history, commit by commit.
struct HistoryPicture<Wording: HistoryWording> {
  private var history = HistoryOverview()
  private var days: [CalendarDay: TaskTally.Counts] = [:]
  private let writer: Wording

  /// The picture of all tasks, or of one, which is called `task`.
  init(_ writer: Wording, task: String?) {
    self.writer = writer
    history.task = task
  }

  /// Takes in what a commit did, with what that opened, closed and reopened; of the events `told`, those of the task, or those
  /// that are not legal, are told.
  mutating func add(
    _ steps: [HistorySummary<Wording.Status>.Step], _ counts: TaskTally.Counts, telling told: [Wording.Event],
    of commit: LoggedCommit
  ) {
    for event in told where history.task != nil || writer.fault(event) != nil {
      history.moves.append(move(event, commit))
    }
    history.moveCount += steps.count { $0.kind == .moved && !$0.follows }
    if counts == TaskTally.Counts() { return }
    days[CalendarDay(nearestTo: commit.time / 86_400), default: TaskTally.Counts()] += counts
  }

  private func move(_ event: Wording.Event, _ commit: LoggedCommit) -> HistoryOverview.Move {
    HistoryOverview.Move(
      time: commit.time, commit: String(commit.id.digits.prefix(10)), author: commit.author,
      subject: commit.subject, words: writer.happening(event).plain, fault: writer.fault(event))
  }

  /// The page, with how long tasks stayed in each status and when places disagreed.
  func page(
    _ summary: HistorySummary<Wording.Status>, _ intervals: [Wording.Interval], _ options: ReportOptions
  ) -> [UInt8] {
    var history = history
    history.days = days.sorted { $0.key < $1.key }.map { day, counts in
      HistoryOverview.Day(day, opened: counts.opened, closed: counts.closed, reopened: counts.reopened)
    }
    if history.task == nil {
      history.stays = writer.statuses(summary).compactMap { status in
        guard let median = summary.median(status) else { return nil }
        return HistoryOverview.Stay(
          writer.state(status), seconds: median, duration: HistoryDuration.text(median),
          times: summary.stays[status]?.count ?? 0)
      }
    }
    history.drift = intervals.map(drift)
    return HistoryPage.render(history, of: writer.trees, options)
  }

  private func drift(_ interval: Wording.Interval) -> HistoryOverview.Drift {
    let (subject, claims) = writer.picture(interval)
    let first = CalendarDay(nearestTo: interval.first.time / 86_400)
    let last = CalendarDay(nearestTo: (interval.last?.time ?? writer.now) / 86_400)
    return HistoryOverview.Drift(
      task: subject, claims: claims, days: first...max(first, last),
      duration: HistoryDuration.text(interval.seconds(until: writer.now)), isOver: interval.last != nil)
  }
}
