import StatusDiagnostics
import StatusText

/// The findings of a page, grouped by task, with the controls that filter them, and a list of those that do not count.
struct FindingSection {
  private let result: CheckResult
  private let groups: TaskGroups
  private var articles: FindingArticles

  /// The findings of `result`.
  init(_ result: CheckResult, _ groups: TaskGroups) {
    self.result = result
    self.groups = groups
    articles = FindingArticles(result)
  }

  /// Writes the section.
  mutating func write(to html: inout HTMLWriter) {
    html.markup("<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>\n")
    if result.findings.isEmpty {
      html.markup("<p class=\"quiet\">")
      html.markup(result.fixed.isEmpty ? "Nothing was found." : "Nothing is left.")
      html.markup("</p>\n")
    } else {
      writeFilters(to: &html)
    }
    for group in groups.all { write(group, to: &html) }
    writeOthers(to: &html)
    html.markup("</section>\n")
  }

  private mutating func write(_ group: TaskGroups.Group, to html: inout HTMLWriter) {
    html.markup("<section class=\"group\"")
    if let key = group.key {
      html.markup(" id=\"")
      html.text(key.identifier)
      html.markup("\"")
    }
    html.markup("><h3>")
    html.text(group.name)
    html.markup(" <span class=\"quiet\">")
    html.isolated(group.title)
    html.markup("</span></h3>\n")
    for finding in group.findings { articles.write(finding, to: &html) }
    html.markup("</section>\n")
  }

  /// The controls, which the script shows, since they do nothing without it.
  private func writeFilters(to html: inout HTMLWriter) {
    html.markup(
      """
      <form id="filters" role="search" aria-label="Filter the findings" hidden>
      <label>Search <kbd>/</kbd><input id="text" type="search" autocomplete="off"></label>

      """)
    let severities = Set(result.findings.map(\.severity)).sorted(by: >).map { ($0.name, $0.name) }
    writeChoice("severity", "Severity", severities, &html)
    writeChoice("rule", "Rule", Set(result.findings.map(\.rule)).sorted().map { ($0, $0) }, &html)
    writeChoice("task", "Task", groups.all.map { ($0.key?.identifier ?? "none", $0.name) }, &html)
    html.markup("<button type=\"reset\">Clear</button>\n<output id=\"shown\"></output>\n</form>\n")
  }

  private func writeChoice(
    _ id: StaticString, _ label: StaticString, _ values: [(value: String, name: String)],
    _ html: inout HTMLWriter
  ) {
    html.markup("<label>")
    html.markup(label)
    html.markup("<select id=\"")
    html.markup(id)
    html.markup("\"><option value=\"\">all</option>")
    for (value, name) in values {
      html.markup("<option value=\"")
      html.text(value)
      html.markup("\">")
      html.text(name)
      html.markup("</option>")
    }
    html.markup("</select></label>\n")
  }

  /// Fixed findings, those that do not count, and the stale entries of the baseline, each in a line.
  private mutating func writeOthers(to html: inout HTMLWriter) {
    let count = result.fixed.count + result.setAside.count + result.stale.count
    guard count > 0 else { return }
    html.markup("<details class=\"others\"><summary><h3>Fixed or not counted</h3> <span class=\"quiet\">")
    html.number(count)
    html.markup("</span></summary>\n<ul>\n")
    for fixed in result.fixed { articles.writeLine(fixed.finding, fixed.start, state: "fixed", to: &html) }
    for setAside in result.setAside {
      articles.writeLine(
        setAside.finding, nil, state: setAside.cause.word, reason: setAside.cause.reason, to: &html)
    }
    for entry in result.stale { FindingArticles.writeLine(entry, to: &html) }
    html.markup("</ul></details>\n")
  }
}

extension SetAsideFinding.Cause {
  /// The reason that a comment gives.
  fileprivate var reason: String? {
    guard case .suppressed(_, let reason) = self else { return nil }
    return reason
  }
}
