import StatusDiagnostics

/// `html`: a page for a browser, in one file and without a network: counts, a board, a timeline and the findings.
enum HTMLReport: Report {
  static func render(_ result: CheckResult, _ options: ReportOptions) -> [UInt8] {
    var page = HTMLPage(
      title: "Task report", capacity: result.findings.count * 1024 + result.tasks.count * 1024 + 32_768)
    page.header(result.trees, phrase: ReportSummary(result).phrase, options)
    let groups = TaskGroups(result)
    let board = BoardSection(result.tasks, groups)
    FindingTiles(result).write(to: &page.html)
    board.writeTiles(to: &page.html)
    board.write(to: &page.html)
    TimelineSection(result.tasks, today: options.timestamp).write(to: &page.html)
    var findings = FindingSection(result, groups)
    findings.write(to: &page.html)
    RuleSection(result, options).write(to: &page.html)
    return page.finish()
  }
}
