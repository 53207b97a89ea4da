import StatusDiagnostics
import StatusModel
import StatusText

/// A count at the beginning of TODO.md or in state.json is not the number of tasks that it counts.
struct OverviewCount: FileRule, TreeRule {
  static let descriptor = RuleDescriptor(
    name: "overview-count", family: .consistency, severity: .warning, fix: .safe,
    summary: "A count in the overview, the front matter or state.json is wrong.",
    rationale: """
      People look at the overview first. It counts the tasks of the file: all tasks, those in progress, not started, \
      blocked, completed and abandoned, and the tasks of each Priority. The front matter and state.json can have \
      counts, too: `active`, `in_progress`, `not_started` and `blocked` in `task_counts`, the same and the priorities \
      with `_tasks` in `repository_health`, `total_tasks` in `metadata`, and `vault_count`, \
      which is the length of `vault_history`. In state.json, a count is right if it is that of state.json or of \
      TODO.md. Other counts are not checked, because what is right cannot be determined: `completed`, `abandoned` and \
      `total` in `task_counts` and `completed_tasks` include tasks that were archived or removed, \
      and `priority_distribution` only some tasks.
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
    let subject = Self.subject(claims)
    for claim in claims {
      guard let count = counts.count(of: claim), !count.allows(claim.value) else { continue }
      let tasks = "the file has \(Counted(count.value, "task"))\(claim.counted.condition)"
      report(claim, tasks, count.isCertain ? count.value : nil, subject, list.source, &findings)
    }
  }

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let registry = workspace.registry, !registry.countClaims.isEmpty else { return }
    let vocabulary = workspace.profile.vocabulary
    let list = workspace.taskList
    let own = TaskCounts(registry, vocabulary)
    let listed = list.map { TaskCounts($0, vocabulary) }
    let subject = Self.subject(list?.countClaims ?? [])
    for claim in registry.countClaims {
      let counts = [(own, registry.path), (listed, list?.path ?? "")].compactMap { counts, path in
        counts?.count(of: claim).map { (path: path, count: $0) }
      }
      guard let first = counts.first, !counts.contains(where: { $0.count.allows(claim.value) }) else {
        continue
      }
      let isCertain = counts.allSatisfy { $0.count.isCertain && $0.count.value == first.count.value }
      report(
        claim, .counted(claim.counted, counts.map { ($0.path, $0.count.value) }),
        isCertain ? first.count.value : nil, subject, registry.source, &findings)
    }
  }

  /// Without an overview the counts are a generator's, and a profile may have its own opinion of them.
  private static func subject(_ claims: [TaskCountClaim]) -> Finding.Subject {
    claims.contains(where: \.isInOverview) ? .file : .tree
  }

  private func report(
    _ claim: TaskCountClaim, _ counted: String, _ value: Int?, _ subject: Finding.Subject,
    _ source: SourceText, _ findings: inout FindingCollector
  ) {
    let place = Location(path: source.path, range: claim.range)
    // `1 (20%)`: what goes on depends on the number too.
    let fix = claim.goesOn ? nil : value.map { Fix(.safe, "set to \($0)", at: place, with: String($0)) }
    findings.report(
      subject, .wrong(claim.name, claim.value, counted), in: source, at: claim.range,
      fix: fix, evidence: claim.name)
  }
}

extension String {
  fileprivate static func wrong(_ name: String, _ value: Int, _ counted: String) -> String {
    "\(name) is \(value), but \(counted)"
  }
  fileprivate static func counted(_ tasks: CountedTasks, _ counts: [(path: String, value: Int)]) -> String {
    if case .vaults = tasks {
      return "vault_history has \(Counted(counts[0].value, "entry", plural: "entries"))"
    }
    let values = Set(counts.map(\.value))
    guard values.count > 1 else {
      return "\(counts.count > 1 ? "the tree" : PathText.name(of: counts[0].path)) has "
        + "\(Counted(counts[0].value, "task"))\(tasks.condition)"
    }
    return counts.map { "\(PathText.name(of: $0.path)) has \(Counted($0.value, "task"))" }
      .joined(separator: " and ") + tasks.condition
  }
}
