import StatusDiagnostics
import StatusText

/// Findings as articles of a page, with excerpts.
struct FindingArticles {
  private var positions: FindingPositions
  private var excerpt = SourceExcerpt()

  private static let columns = 110

  /// The findings of `result`.
  init(_ result: CheckResult) { positions = FindingPositions(result.files) }

  /// Writes an open finding.
  mutating func write(_ finding: Finding, to html: inout HTMLWriter) {
    html.markup("<article class=\"")
    html.text(finding.severity.name)
    html.markup("\" data-rule=\"")
    html.text(finding.rule)
    html.markup("\">\n<h4><span class=\"badge\">")
    html.text(finding.severity.name)
    html.markup("</span> ")
    html.isolated(finding.message)
    html.markup("</h4>\n")
    if let location = finding.location { write(location, to: &html) }
    for related in finding.related {
      html.markup("<p>")
      html.isolated(related.message)
      html.markup("</p>\n")
      write(related.location, to: &html)
    }
    if let help = finding.help { write("Help", help, to: &html) }
    if let fix = finding.fix {
      write(fix.applicability == .safe ? "Fix" : "Unsafe fix", fix.description, to: &html)
    }
    html.markup("<p class=\"quiet\"><a href=\"#rule-")
    html.text(finding.rule)
    html.markup("\">")
    html.text(finding.rule)
    html.markup("</a></p>\n</article>\n")
  }

  /// Writes a finding that is not open, as an item of a list.
  mutating func writeLine(
    _ finding: Finding, _ start: TextPosition?, state: String, reason: String? = nil,
    to html: inout HTMLWriter
  ) {
    let line = finding.location.map { start?.line ?? positions.start(of: $0).line }
    Self.writeLine(
      state, finding.message, path: finding.location?.path, line: line, rule: finding.rule, reason, to: &html)
  }

  /// Writes a finding of the baseline that is gone, as an item of a list.
  static func writeLine(_ entry: Baseline.Entry, to html: inout HTMLWriter) {
    writeLine("stale", entry.staleMessage, path: entry.path, line: nil, rule: entry.rule, nil, to: &html)
  }

  private static func writeLine(
    _ state: String, _ text: String, path: String?, line: Int?, rule: String, _ reason: String?,
    to html: inout HTMLWriter
  ) {
    html.markup("<li><span class=\"badge\">")
    html.text(state)
    html.markup("</span> ")
    html.isolated(text)
    html.markup(" <span class=\"quiet\">")
    if let path {
      html.isolated(path)
      html.text(line.map { ":\($0) " } ?? " ")
    }
    html.text(rule)
    html.markup("</span>")
    if let reason {
      html.markup(" ")
      html.isolated(reason)
    }
    html.markup("</li>\n")
  }

  private func write(_ title: StaticString, _ text: String, to html: inout HTMLWriter) {
    html.markup("<p><strong>")
    html.markup(title)
    html.markup("</strong> ")
    html.isolated(text)
    html.markup("</p>\n")
  }

  /// Writes a place, and its line with what was found marked.
  private mutating func write(_ location: Location, to html: inout HTMLWriter) {
    let start = positions.start(of: location)
    html.markup("<p class=\"place\">")
    html.isolated(location.path)
    html.text(":\(start.line):\(start.column)")
    html.markup("</p>\n")
    guard let lines = positions.lines(of: location.path), !lines.bytes.isEmpty else { return }
    let line = lines.range(ofLine: start.line)
    excerpt.cut(lines.bytes, line: line, around: location.range, columns: Self.columns)
    let mark = excerpt.markedBytes
    html.markup("<p class=\"excerpt\"><code dir=\"auto\">")
    html.text(escaped: excerpt.text[..<mark.lowerBound])
    html.markup("<mark>")
    html.text(escaped: excerpt.text[mark])
    html.markup("</mark>")
    html.text(escaped: excerpt.text[mark.upperBound...])
    html.markup("</code></p>\n")
  }
}
