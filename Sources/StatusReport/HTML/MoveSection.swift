import StatusDiagnostics

/// What commits did: everything that happened to a task, or what was not legal.
struct MoveSection {
  private let moves: [HistoryOverview.Move]
  private let isOfTask: Bool

  /// What `history` shows of what happened.
  init(_ history: HistoryOverview) {
    moves = history.moves
    isOfTask = history.task != nil
  }

  /// Writes the section, the latest commit first for what was not legal.
  func write(to html: inout HTMLWriter) {
    html.markup("<section aria-labelledby=\"moves\">\n<h2 id=\"moves\">")
    html.markup(isOfTask ? "What happened" : "Illegal moves")
    html.markup("</h2>\n")
    if moves.isEmpty {
      html.markup("<p class=\"quiet\">")
      html.markup(isOfTask ? "Nothing is known of the task." : "Every move was legal.")
      html.markup("</p>\n")
    }
    for move in isOfTask ? moves : moves.reversed() { article(move, &html) }
    html.markup("</section>\n")
  }

  private func article(_ move: HistoryOverview.Move, _ html: inout HTMLWriter) {
    html.markup(move.fault == nil ? "<article><h3>" : "<article class=\"error\"><h3>")
    html.isolated(move.words)
    html.markup("</h3>\n")
    if let fault = move.fault {
      html.markup("<p><span class=\"badge\">Not legal</span> ")
      html.text("\(fault.reason) (\(fault.rule))")
      html.markup("</p>\n")
    }
    let time = UTCTimestamp(secondsSince1970: move.time)
    html.markup("<p class=\"place\"><time datetime=\"")
    html.text("\(time)Z")
    html.markup("\">")
    html.text("\(time.minutes) UTC")
    html.markup("</time> <code>")
    html.text(move.commit)
    html.markup("</code> ")
    html.isolated(move.author)
    html.markup(": ")
    html.isolated(move.subject)
    html.markup("</p></article>\n")
  }
}
