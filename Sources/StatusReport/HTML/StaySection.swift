import StatusDiagnostics

/// How long tasks stayed in each status: a bar for the median.
struct StaySection {
  private let stays: [HistoryOverview.Stay]

  /// The `stays` in each status.
  init(_ stays: [HistoryOverview.Stay]) { self.stays = stays }

  /// Writes the section; nothing if no task ever left a status.
  func write(to html: inout HTMLWriter) {
    guard let longest = stays.map(\.seconds).max() else { return }
    html.markup(
      """
      <section aria-labelledby="stays">
      <h2 id="stays">Time in status</h2>
      <p class="quiet">The median time until a task left the status.</p>
      <ol class="timeline bars">

      """)
    for stay in stays {
      html.markup("<li><span class=\"label\">")
      html.isolated(stay.state.name)
      html.markup(" <span class=\"quiet\">")
      html.text("\(stay.duration), \(stay.times) \(stay.times == 1 ? "time" : "times")")
      html.markup("</span></span><svg width=\"100%\" height=\"14\" aria-hidden=\"true\"><rect class=\"")
      html.text(stay.state.kind.rawValue)
      html.markup("\" x=\"0\" width=\"")
      html.percent(thousandths: max(stay.seconds * 1000 / max(longest, 1), 3))
      html.markup("\" y=\"3\" height=\"8\" rx=\"2\"></rect></svg></li>\n")
    }
    html.markup("</ol>\n</section>\n")
  }
}
