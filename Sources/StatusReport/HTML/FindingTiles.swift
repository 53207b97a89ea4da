import StatusDiagnostics
import StatusText

/// The counts at the top of a page: findings by severity, and what was fixed or does not count.
struct FindingTiles {
  private let summary: ReportSummary

  /// The counts of `result`.
  init(_ result: CheckResult) { summary = ReportSummary(result) }

  /// Writes the tiles.
  func write(to html: inout HTMLWriter) {
    html.markup("<section aria-labelledby=\"severities\">\n<h2 id=\"severities\">Findings by severity</h2>\n")
    html.markup("<ul class=\"tiles\">\n")
    tile(summary.errors, "errors", "error", &html)
    tile(summary.warnings, "warnings", "warning", &html)
    tile(summary.infos, "infos", "info", &html)
    tile(summary.fixable, "fixable with <span class=\"whole\">--fix</span>", "plain", &html)
    tile(
      summary.fixableUnsafely, "more with <span class=\"whole\">--unsafe-fixes</span>", "plain", &html,
      isOptional: true)
    tile(summary.fixed, "fixed", "plain", &html, isOptional: true)
    tile(summary.suppressed, "suppressed", "plain", &html, isOptional: true)
    tile(summary.baselined, "in the baseline", "plain", &html, isOptional: true)
    tile(summary.stale, "stale in the baseline", "plain", &html, isOptional: true)
    html.markup("</ul>\n</section>\n")
  }

  /// A count with its name; one that `isOptional` is left out if it is 0.
  private func tile(
    _ count: Int, _ name: StaticString, _ kind: StaticString, _ html: inout HTMLWriter,
    isOptional: Bool = false
  ) {
    if isOptional && count == 0 { return }
    html.markup("<li class=\"tile ")
    html.markup(count == 0 ? "none" : kind)
    html.markup("\"><strong>")
    html.number(count)
    html.markup("</strong> ")
    html.markup(name)
    html.markup("</li>\n")
  }
}
