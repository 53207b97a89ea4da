import StatusDiagnostics
import StatusText

/// When files disagreed about a task: a row for each time, as a bar on one scale.
struct DriftSection {
  private let drift: [HistoryOverview.Drift]
  private let scale: DayScale?

  /// The times, of which those that go on and the latest come first. `today` is in seconds since 1970.
  init(_ drift: [HistoryOverview.Drift], today: Int) {
    self.drift = drift.sorted {
      ($0.isOver ? 1 : 0, $1.days.upperBound, $0.task.utf8.count, $0.task)
        < ($1.isOver ? 1 : 0, $0.days.upperBound, $1.task.utf8.count, $1.task)
    }
    scale =
      drift.isEmpty
      ? nil : DayScale(drift.map(\.days), today: CalendarDay(nearestTo: today / 86_400))
  }

  /// Writes the section.
  func write(to html: inout HTMLWriter) {
    html.markup("<section aria-labelledby=\"drift\">\n<h2 id=\"drift\">Drift</h2>\n")
    if let scale {
      html.markup(
        "<p class=\"quiet\">The times in which two files disagreed about a task.</p>\n<div class=\"scale\" aria-hidden=\"true\">"
      )
      for day in scale.ticks {
        html.markup("<span>")
        html.text(day.text)
        html.markup("</span>")
      }
      html.markup("</div>\n<ol class=\"timeline\" tabindex=\"0\" aria-label=\"Drift\">\n")
      for time in drift { row(time, scale, &html) }
      html.markup("</ol>\n")
    } else {
      html.markup("<p class=\"quiet\">The files never disagreed.</p>\n")
    }
    html.markup("</section>\n")
  }

  private func row(_ time: HistoryOverview.Drift, _ scale: DayScale, _ html: inout HTMLWriter) {
    let claims = time.claims.map { "\($0.file) \($0.state.name)" }.joined(separator: ", ")
    let days = time.isOver ? time.duration : "\(time.duration), until now"
    html.markup("<li><span class=\"label\" title=\"")
    html.text(claims)
    html.markup("\"><span class=\"number\">")
    html.text(time.task)
    html.markup("</span> ")
    html.text(days)
    html.markup("<br><span class=\"quiet\">")
    for (index, claim) in time.claims.enumerated() {
      if index > 0 { html.markup(", ") }
      html.isolated("\(Self.name(of: claim.file)) \(claim.state.name)")
    }
    html.markup("</span></span><svg width=\"100%\" height=\"14\" aria-hidden=\"true\"><rect class=\"")
    html.markup(time.isOver ? "resting" : "waiting")
    html.markup("\" x=\"")
    let (start, length) = scale.place(of: time.days)
    html.percent(thousandths: start)
    html.markup("\" width=\"")
    html.percent(thousandths: length)
    html.markup("\" y=\"3\" height=\"8\" rx=\"2\"><title>")
    html.text("\(time.task): \(claims), \(time.days.lowerBound.text) to \(time.days.upperBound.text)")
    html.markup("</title></rect></svg></li>\n")
  }

  /// What a file is, in a word where its path is long.
  private static func name(of file: String) -> String {
    if !file.contains("/") { return file }
    return file.hasSuffix(".md") ? "plan" : "project state"
  }
}
