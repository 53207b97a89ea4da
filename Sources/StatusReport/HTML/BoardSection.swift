import StatusDiagnostics
import StatusText

/// The board of a page: a tile and a column for each status.
struct BoardSection {
  private let board: TaskBoard
  private let groups: TaskGroups?
  private let showsRoots: Bool

  /// The board of `tasks`; a card links to the findings of its task in `groups`.
  init(_ tasks: [TaskOverview], _ groups: TaskGroups? = nil) {
    board = TaskBoard(tasks)
    self.groups = groups
    showsRoots = Set(tasks.map(\.root)).count > 1
  }

  /// Writes the number of tasks with each status, which leads to the column.
  func writeTiles(to html: inout HTMLWriter) {
    guard !board.columns.isEmpty else { return }
    html.markup(
      "<section aria-labelledby=\"statuses\">\n<h2 id=\"statuses\">Tasks by status</h2>\n<ul class=\"tiles\">\n"
    )
    for (index, column) in board.columns.enumerated() {
      html.markup("<li><a class=\"tile ")
      html.text(column.state.kind.rawValue)
      html.markup("\" href=\"#column-")
      html.number(index)
      html.markup("\"><strong>")
      html.number(column.tasks.count)
      html.markup("</strong> <span class=\"dot\"></span>")
      html.isolated(column.state.name)
      html.markup("</a></li>\n")
    }
    html.markup("</ul>\n</section>\n")
  }

  /// Writes the columns.
  func write(to html: inout HTMLWriter) {
    html.markup("<section aria-labelledby=\"board\">\n<h2 id=\"board\">Board</h2>\n")
    if board.columns.isEmpty { html.markup("<p class=\"quiet\">There are no tasks.</p>\n") }
    html.markup("<div class=\"board\">\n")
    for (index, column) in board.columns.enumerated() { write(column, index, &html) }
    html.markup("</div>\n</section>\n")
  }

  /// A column; it is closed at first if its tasks have ended.
  private func write(_ column: TaskBoard.Column, _ index: Int, _ html: inout HTMLWriter) {
    html.markup(column.state.kind.hasEnded ? "<details class=\"column " : "<details open class=\"column ")
    html.text(column.state.kind.rawValue)
    html.markup("\"><summary><h3><span class=\"dot\"></span>")
    html.isolated(column.state.name)
    html.markup("</h3> <span class=\"quiet\">")
    html.number(column.tasks.count)
    // A region that scrolls must be reachable by keyboard. A browser opens the column if a link leads into it.
    html.markup("</span></summary>\n<ul tabindex=\"0\" aria-label=\"")
    html.text(column.state.name)
    html.markup("\" id=\"column-")
    html.number(index)
    html.markup("\">\n")
    for task in column.tasks { card(of: task, &html) }
    html.markup("</ul></details>\n")
  }

  private func card(of task: TaskOverview, _ html: inout HTMLWriter) {
    html.markup("<li><span class=\"number\">")
    html.number(task.number)
    html.markup("</span> ")
    html.isolated(task.title.isEmpty ? "(no title)" : task.title)
    if showsRoots {
      html.markup(" <span class=\"quiet\">")
      html.isolated(task.root)
      html.markup("</span>")
    }
    phases(of: task, &html)
    if let group = groups?.group(of: task), let key = group.key {
      html.markup("<a class=\"quiet\" href=\"#")
      html.text(key.identifier)
      html.markup("\">")
      html.text("\(Counted(group.findings.count, "finding"))")
      html.markup("<span class=\"hidden\"> of task ")
      html.number(task.number)
      html.markup("</span></a>")
    }
    html.markup("</li>\n")
  }

  private func phases(of task: TaskOverview, _ html: inout HTMLWriter) {
    guard !task.phases.isEmpty else { return }
    html.markup("<span class=\"phases quiet\">")
    if task.shareDone != nil {
      html.markup("<progress max=\"")
      html.number(task.phases.count)
      html.markup("\" value=\"")
      html.number(task.phasesDone)
      html.markup("\" aria-label=\"Phases done of task ")
      html.number(task.number)
      html.markup("\"></progress> ")
    }
    html.text("\(task.phasesDone) of \(task.phaseCount) \(Counted(task.phases.count, "phase").noun)")
    html.markup("</span>")
  }
}
