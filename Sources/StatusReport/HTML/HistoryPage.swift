import StatusDiagnostics
import StatusText

/// The page of `history --format html`: how many tasks there were, how long they stayed in each status, when files
/// disagreed, and what was not legal; or everything that happened to one task.
package enum HistoryPage {
  /// The page of `history`, which is that of `trees`.
  package static func render(_ history: HistoryOverview, of trees: [CheckedTree], _ options: ReportOptions)
    -> [UInt8]
  {
    var page = HTMLPage(
      title: "History", capacity: (history.moves.count + history.drift.count) * 1024 + 32_768)
    page.header(trees, phrase: phrase(history), options)
    if history.task == nil {
      tiles(history, &page.html)
      BurnUpSection(history.days, today: options.timestamp).write(to: &page.html)
    }
    StaySection(history.stays).write(to: &page.html)
    DriftSection(history.drift, today: options.timestamp).write(to: &page.html)
    MoveSection(history).write(to: &page.html)
    return page.finish()
  }

  private static func phrase(_ history: HistoryOverview) -> String {
    let illegal = history.moves.count { $0.fault != nil }
    let count = history.task == nil ? history.moveCount : history.moves.count
    let what = history.task == nil ? Counted(count, "transition") : Counted(count, "event")
    return (history.task.map { "\($0): " } ?? "") + "\(what), \(illegal) not legal"
  }

  private static func tiles(_ history: HistoryOverview, _ html: inout HTMLWriter) {
    html.markup(
      "<section aria-labelledby=\"counts\">\n<h2 id=\"counts\">At a glance</h2>\n<ul class=\"tiles\">\n")
    tile(history.days.reduce(0) { $0 + $1.opened }, "tasks opened", "plain", &html)
    tile(history.days.reduce(0) { $0 + $1.closed }, "tasks closed", "plain", &html)
    tile(history.days.reduce(0) { $0 + $1.reopened }, "tasks reopened", "warning", &html)
    tile(history.moves.count { $0.fault != nil }, "illegal moves", "error", &html)
    tile(history.drift.count, "times in which files disagreed", "warning", &html)
    tile(history.drift.count { !$0.isOver }, "of them until now", "warning", &html)
    html.markup("</ul>\n</section>\n")
  }

  private static func tile(
    _ count: Int, _ name: StaticString, _ kind: StaticString, _ html: inout HTMLWriter
  ) {
    html.markup("<li class=\"tile ")
    html.markup(count == 0 ? "none" : kind)
    html.markup("\"><strong>")
    html.number(count)
    html.markup("</strong> ")
    html.markup(name)
    html.markup("</li>\n")
  }
}
