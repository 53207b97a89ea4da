import StatusDiagnostics
import StatusModel
import StatusText

/// A count at the beginning of TODO.md is not the number of tasks that it counts.
struct OverviewCount: FileRule {
  static let descriptor = RuleDescriptor(
    name: "overview-count", family: .consistency, severity: .warning, fix: .safe,
    summary: "A count in the overview, or in task_counts of the front matter, is wrong.",
    rationale: """
      People look at the overview first. It counts the tasks of the file: all tasks, completed tasks, and \
      tasks of each Priority. Of task_counts, only active, in_progress and not_started can be checked here; \
      the other counts include archived tasks.
      """,
    bad: [
      "specs/TODO.md": """
      ## Overview

      - **Total Tasks:** «3»

      ## Tasks

      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      """
    ],
    good: [
      "specs/TODO.md": """
      ## Overview

      - **Total Tasks:** 2

      ## Tasks

      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]

      ### 8. Paint the wall
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .taskList }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let list = file.taskList else { return }
    let claims = list.countClaims
    guard !claims.isEmpty else { return }
    let counts = TaskCounts(list, context.profile.vocabulary)
    // Without an overview the counts are a generator's, and a profile may have its own opinion of them.
    let hasOverview = claims.contains { if case .field = $0.name { true } else { false } }
    for claim in claims {
      guard let count = counts.count(of: claim), !count.allows(claim.value) else { continue }
      report(claim, count, hasOverview ? .file : .tree, list, &findings)
    }
  }

  private func report(
    _ claim: TaskCountClaim, _ count: TaskCounts.Count, _ subject: Finding.Subject, _ list: TaskList,
    _ findings: inout FindingCollector
  ) {
    let place = Location(path: list.path, range: claim.range)
    // `1 (20%)`: what goes on depends on the number too.
    let fix =
      count.isCertain && !claim.goesOn
      ? Fix(.safe, "set to \(count.value)", at: place, with: String(count.value)) : nil
    findings.report(
      subject, .wrong(claim.text, claim.value, count.value, count.what), in: list.source, at: claim.range,
      fix: fix, evidence: "\(claim.text) \(claim.value)")
  }
}

extension String {
  fileprivate static func wrong(_ name: String, _ value: Int, _ count: Int, _ what: String) -> String {
    "\(name) is \(value), but the file has \(Counted(count, "task"))\(what)"
  }
}
