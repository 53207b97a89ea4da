extension ReportFormat: CaseIterable {
  /// Every format, in the order in which they are listed.
  package static let allCases = [
    text, concise, json, jsonLines, junit, extendedJUnit, github, gitlab, markdown, sarif, html,
  ]

  /// For people, with excerpts.
  package static let text = ReportFormat(
    "text", TextReport.self, summary: "findings with excerpts of the files; the default",
    use: "people, in a terminal", isForPeople: true,
    beginning: ReportBeginning(
      starts: ["profile "],
      lineParts: ["error[", "warning[", "info[", "fixed[", "suppressed[", "stale[", ": profile "])
  )

  /// For people, one line each.
  package static let concise = ReportFormat(
    "concise", ConciseReport.self, summary: "one line per finding, in the style of a compiler",
    use: "editors, `grep`", isForPeople: true,
    beginning: ReportBeginning(lineParts: [
      ": error: ", ": warning: ", ": info: ", ": fixed: ", ": suppressed: ", ": stale: ",
    ]))

  /// One object with everything.
  package static let json = ReportFormat(
    "json", JSONReport.self, summary: "one object with all details",
    use: "programs",
    beginning: ReportBeginning(starts: ["{\n  \"tool\": {\n    \"name\": \"statuslint\""]),
    commandEscape: .json)

  /// One object a line.
  package static let jsonLines = ReportFormat(
    "jsonl", JSONLinesReport.self,
    summary: "one object per line and finding",
    use: "logs and databases", beginning: ReportBeginning(starts: ["{ \"rule\": \""]), commandEscape: .json)

  /// JUnit XML that every reader accepts.
  package static let junit = ReportFormat(
    "junit", JUnitReport.self, summary: "JUnit XML",
    use: "the test reports of build servers", beginning: .junit)

  /// JUnit XML with places.
  package static let extendedJUnit = ReportFormat(
    "junit-extended", ExtendedJUnitReport.self,
    summary: "`junit` with `file` and `line`, which no schema allows",
    use: "GitLab and CircleCI, which link test cases to files", beginning: .junit)

  /// Workflow commands.
  package static let github = ReportFormat(
    "github", GitHubReport.self, summary: "workflow commands, the ten first of each severity",
    use: "annotations in a pull request on GitHub", beginning: .github, commandEscape: nil)

  /// A Code Quality report.
  package static let gitlab = ReportFormat(
    "gitlab", GitLabReport.self, summary: "a Code Quality report", use: "the merge requests of GitLab",
    beginning: ReportBeginning(starts: ["[\n  {\n    \"description\": ", "[]\n"]), commandEscape: .json)

  /// SARIF 2.1.0.
  package static let sarif = ReportFormat(
    "sarif", SARIFReport.self, summary: "SARIF 2.1.0, with fixes",
    use: "code scanning, security dashboards, editors",
    beginning: ReportBeginning(starts: ["{\n  \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\""]
    ),
    commandEscape: .json)

  /// A page.
  package static let html = ReportFormat(
    "html", HTMLReport.self, summary: "one page with a board, a timeline and findings to filter",
    use: "people, in a browser", showsTasks: true, beginning: ReportBeginning(starts: [HTMLPage.start]))

  /// A comment.
  package static let markdown = ReportFormat(
    "markdown", MarkdownReport.self, summary: "a line of counts and a table of findings, at most 60 KB",
    use: "a comment on a pull request, a job summary",
    beginning: ReportBeginning(starts: [MarkdownReport.title]))
}

extension ReportBeginning {
  /// That of both kinds of JUnit XML.
  fileprivate static let junit = ReportBeginning(
    starts: ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites"])
  /// That of workflow commands, or of the summary if there are none.
  fileprivate static let github = ReportBeginning(
    starts: ["::error ", "::warning ", "::notice ", GitHubReport.summaryStart])
}
