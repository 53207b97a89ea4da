import StatusReport

/// The table of the formats of reports, written from the list of formats.
package enum FormatTable {
  /// The line before the table in a page.
  private static let mark = "<!-- Written by scripts/docs from the list of formats. -->"

  /// `markdown` with the current table after each mark, up to the next empty line.
  package static func renewed(_ markdown: String) -> String {
    var lines: [Substring] = []
    var rest = markdown.split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let line = rest.popFirst() {
      lines.append(line)
      guard line == mark else { continue }
      rest = rest.drop { !$0.isEmpty }
      lines += table.map { $0[...] }
    }
    return lines.joined(separator: "\n")
  }

  private static var table: [String] {
    ["| format | | for |", "|---|---|---|"]
      + ReportFormat.allCases.map { "| `\($0.name)` | \($0.summary) | \($0.use) |" }
  }
}
