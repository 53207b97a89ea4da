import StatusDiagnostics
import StatusText

/// How many tasks there were, and how many of them were closed: columns along the days, and a table of the months.
struct BurnUpSection {
  private let days: [HistoryOverview.Day]
  private let scale: DayScale?
  private let last: CalendarDay

  /// So many columns can be told apart.
  private static let columns = 48
  /// The height of the drawing, in pixels.
  private static let height = 160

  /// The tasks that were opened, closed and reopened on `days`. `today` is in seconds since 1970.
  init(_ days: [HistoryOverview.Day], today: Int) {
    let today = CalendarDay(nearestTo: today / 86_400)
    self.days = days
    last = max(days.last?.day ?? today, min(today, days.last?.day ?? today))
    scale = days.isEmpty ? nil : DayScale(days.map { $0.day...$0.day }, today: today)
  }

  /// Writes the section; nothing if no task ever appeared.
  func write(to html: inout HTMLWriter) {
    guard let scale, let first = days.first?.day else { return }
    html.markup(
      """
      <section aria-labelledby="burn-up">
      <h2 id="burn-up">Burn-up</h2>
      <p class="quiet"><span class="open"><span class="dot"></span></span>All tasks so far.&ensp;\
      <span class="done"><span class="dot"></span></span>Those that were closed. The table says the same.</p>
      <div class="chart"><svg width="100%" height="
      """)
    html.number(Self.height)
    html.markup("\" aria-hidden=\"true\">")
    columns(from: first, &html)
    html.markup("</svg><div class=\"scale\" aria-hidden=\"true\">")
    for day in scale.ticks {
      html.markup("<span>")
      html.text(day.text)
      html.markup("</span>")
    }
    html.markup("</div></div>\n")
    table(&html)
    html.markup("</section>\n")
  }

  /// Columns of the same number of days, each as high as the number of tasks at its end.
  private func columns(from first: CalendarDay, _ html: inout HTMLWriter) {
    let span = Int(last.number - first.number) + 1
    let count = min(span, Self.columns)
    let most = max(days.reduce(0) { $0 + $1.opened }, 1)
    var (opened, closed) = (0, 0)
    var rest = days[...]
    for column in 0..<count {
      let end = CalendarDay(nearestTo: Int(first.number) + span * (column + 1) / count - 1)
      while let day = rest.first, day.day <= end {
        opened += day.opened
        closed += day.closed - day.reopened
        rest = rest.dropFirst()
      }
      let title = "\(end.text): \(Counted(opened, "task")), \(closed) closed"
      let start = column * 1000 / count
      let width = max((column + 1) * 1000 / count - start - 3, 2)
      bar("open", start, width, opened * Self.height / most, title, &html)
      bar("done", start, width, min(closed, opened) * Self.height / most, title, &html)
    }
  }

  private func bar(
    _ kind: StaticString, _ start: Int, _ width: Int, _ height: Int, _ title: String,
    _ html: inout HTMLWriter
  ) {
    guard height > 0 else { return }
    html.markup("<rect class=\"")
    html.markup(kind)
    html.markup("\" x=\"")
    html.percent(thousandths: start)
    html.markup("\" width=\"")
    html.percent(thousandths: width)
    html.markup("\" y=\"")
    html.number(Self.height - height)
    html.markup("\" height=\"")
    html.number(height)
    html.markup("\"><title>")
    html.text(title)
    html.markup("</title></rect>")
  }

  private func table(_ html: inout HTMLWriter) {
    html.markup(
      """
      <table><caption class="hidden">Tasks by month</caption>
      <thead><tr><th scope="col">Month</th><th scope="col">Opened</th><th scope="col">Closed</th>\
      <th scope="col">Reopened</th><th scope="col">Open at its end</th></tr></thead>
      <tbody>
      """)
    var open = 0
    for (month, days) in months {
      let (opened, closed, reopened) = days.reduce((0, 0, 0)) {
        ($0.0 + $1.opened, $0.1 + $1.closed, $0.2 + $1.reopened)
      }
      open += opened - closed + reopened
      html.markup("<tr><th scope=\"row\">")
      html.text(month)
      html.markup("</th>")
      for number in [opened, closed, reopened, max(open, 0)] {
        html.markup("<td>")
        html.number(number)
        html.markup("</td>")
      }
      html.markup("</tr>\n")
    }
    html.markup("</tbody></table>\n")
  }

  /// The days of each month, in order.
  private var months: [(name: String, days: [HistoryOverview.Day])] {
    Dictionary(grouping: days) { String($0.day.text.prefix(7)) }.sorted { $0.key < $1.key }
      .map { (name: $0.key, days: $0.value) }
  }
}
