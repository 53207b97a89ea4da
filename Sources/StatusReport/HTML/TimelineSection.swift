import StatusDiagnostics
import StatusText

/// When tasks and their phases began and ended: a row for each task with a date, as bars on one scale.
struct TimelineSection {
  private let tasks: [(task: TaskOverview, days: ClosedRange<CalendarDay>)]
  private let undated: Int
  private let scale: DayScale

  /// The timeline of `tasks`, the latest first. `today` is in seconds since 1970.
  init(_ tasks: [TaskOverview], today: Int) {
    self.tasks = tasks.compactMap { task in task.days.map { (task: task, days: $0) } }
      .sorted { ($1.days.upperBound, $1.task.number) < ($0.days.upperBound, $0.task.number) }
    undated = tasks.count - self.tasks.count
    scale = DayScale(self.tasks.map(\.days), today: CalendarDay(nearestTo: today / 86_400))
  }

  /// Writes the timeline; nothing if no task has a date.
  func write(to html: inout HTMLWriter) {
    guard !tasks.isEmpty else { return }
    html.markup("<section aria-labelledby=\"timeline\">\n<h2 id=\"timeline\">Timeline</h2>\n")
    html.markup(
      "<p class=\"quiet\">From the first to the last date of each task, and below it those of its phases.")
    if undated > 0 { html.text(" \(Counted(undated, "task")) without a date left out.") }
    html.markup("</p>\n<div class=\"scale\" aria-hidden=\"true\">")
    for day in scale.ticks {
      html.markup("<span>")
      html.text(day.text)
      html.markup("</span>")
    }
    html.markup("</div>\n<ol class=\"timeline\" tabindex=\"0\" aria-label=\"Timeline\">\n")
    for (task, days) in tasks { row(of: task, days, &html) }
    html.markup("</ol>\n</section>\n")
  }

  private func row(of task: TaskOverview, _ days: ClosedRange<CalendarDay>, _ html: inout HTMLWriter) {
    html.markup("<li><span class=\"label\"><span class=\"number\">")
    html.number(task.number)
    html.markup("</span> ")
    html.isolated(task.title)
    html.markup("<span class=\"hidden\">, ")
    html.isolated(task.state.name)
    html.text(", \(Self.text(days))")
    html.markup("</span></span><svg width=\"100%\" height=\"20\" aria-hidden=\"true\">")
    bar(days, task.state, "\(task.number), \(task.state.name)", y: "3", height: "8", &html)
    for phase in task.phases {
      guard let days = phase.days else { continue }
      let name = "Phase \(phase.number) \(phase.title), \(phase.state.name)"
      bar(days, phase.state, name, y: "13", height: "4", &html)
    }
    html.markup("</svg></li>\n")
  }

  private func bar(
    _ days: ClosedRange<CalendarDay>, _ state: TaskOverview.State, _ name: String, y: StaticString,
    height: StaticString, _ html: inout HTMLWriter
  ) {
    let (start, length) = scale.place(of: days)
    html.markup("<rect class=\"")
    html.text(state.kind.rawValue)
    html.markup("\" x=\"")
    html.percent(thousandths: start)
    html.markup("\" width=\"")
    html.percent(thousandths: length)
    html.markup("\" y=\"")
    html.markup(y)
    html.markup("\" height=\"")
    html.markup(height)
    html.markup("\" rx=\"2\"><title>")
    html.text("\(name), \(Self.text(days))")
    html.markup("</title></rect>")
  }

  private static func text(_ days: ClosedRange<CalendarDay>) -> String {
    days.lowerBound == days.upperBound
      ? days.lowerBound.text : "\(days.lowerBound.text) to \(days.upperBound.text)"
  }
}
