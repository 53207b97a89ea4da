import StatusDiagnostics
import StatusText

/// The page of `show --format html`: the board and the timeline, without findings.
package enum BoardPage {
  /// The page of `tasks`, which are those of `trees`.
  package static func render(
    _ tasks: [TaskOverview], of trees: [CheckedTree], _ options: ReportOptions
  ) -> [UInt8] {
    var page = HTMLPage(title: "Tasks", capacity: tasks.count * 1024 + 32_768)
    let done = tasks.count { $0.state.kind == .done }
    page.header(trees, phrase: "\(Counted(tasks.count, "task")), \(done) completed", options)
    let board = BoardSection(tasks)
    board.writeTiles(to: &page.html)
    board.write(to: &page.html)
    TimelineSection(tasks, today: options.timestamp).write(to: &page.html)
    return page.finish()
  }
}
