import StatusHistory
import StatusReport

/// Shows a history, commit by commit.
struct HistoryRun<Wording: HistoryWording> {
  private let wording: Wording
  private let view: HistoryView
  private let console: Console
  /// What the only task is called that is shown; nil for all.
  private let task: String?

  /// Shows a history in these words; `task` is what the only task that is wanted is called.
  init(_ wording: Wording, _ view: HistoryView, task: String?, _ console: Console) {
    self.wording = wording
    self.view = view
    self.task = task
    self.console = console
  }

  /// Prints what `next` gives, as far as it is wanted; with `--illegal`, the exit code is 1 if there is anything illegal.
  /// `observe` gets each commit of which the state counts, and `intervals` gives the times of disagreement in the end.
  func run(
    _ next: () throws(CommandError) -> (commit: LoggedCommit, events: [Wording.Event])?,
    isWanted: (Wording.Event) -> Bool, observe: (LoggedCommit) -> Void, intervals: () -> [Wording.Interval]
  ) throws(CommandError) -> ExitCode {
    var summary = HistorySummary<Wording.Status>()
    var picture = HistoryPicture(wording, task: task)
    var output = HistoryOutput(wording, console)
    var tally = TaskTally()
    var hasIllegal = false
    while let (commit, events) = try next() {
      let shown = events.filter { isWanted($0) && (!view.onlyIllegal || wording.fault($0) != nil) }
      hasIllegal = hasIllegal || shown.contains { wording.fault($0) != nil }
      guard view.countsStates else {
        try output.add(shown, of: commit)
        continue
      }
      observe(commit)
      let steps = events.compactMap(wording.step)
      let counts = tally.count(steps)
      summary.count(steps, counts, of: commit)
      picture.add(steps, counts, telling: shown, of: commit)
    }
    if view.format == .html {
      let options = ReportOptions(toolVersion: Version.current, timestamp: wording.now)
      try console.print(picture.page(summary, intervals(), options), as: .html)
    } else if view.showsSummary {
      try output.finish(summary, intervals())
    } else if view.showsDrift {
      try output.finish(intervals())
    } else {
      try output.finish()
    }
    return view.onlyIllegal && hasIllegal ? .findings : .success
  }
}
