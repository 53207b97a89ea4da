import StatusDiagnostics
import StatusText

/// What the rules of the findings are about, for readers who see them for the first time.
struct RuleSection {
  private let counts: [String: Int]
  private let rules: [RuleDescriptor]

  /// The rules with findings in `result`.
  init(_ result: CheckResult, _ options: ReportOptions) {
    var counts: [String: Int] = [:]
    for finding in result.findings { counts[finding.rule, default: 0] += 1 }
    self.counts = counts
    rules = options.rules.filter { counts[$0.name] != nil }
  }

  /// Writes the list; nothing without findings.
  func write(to html: inout HTMLWriter) {
    guard !rules.isEmpty else { return }
    html.markup("<section aria-labelledby=\"rules\">\n<h2 id=\"rules\">Rules</h2>\n<dl>\n")
    for rule in rules {
      html.markup("<dt id=\"rule-")
      html.text(rule.name)
      html.markup("\">")
      html.text(rule.name)
      html.markup(" <span class=\"quiet\">")
      html.text("\(Counted(counts[rule.name] ?? 0, "finding"))")
      html.markup("</span></dt>\n<dd>")
      html.text("\(rule.summary) \(rule.rationale)")
      html.markup("</dd>\n")
    }
    html.markup("</dl>\n</section>\n")
  }
}
