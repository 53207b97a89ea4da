import StatusDiagnostics
import StatusModel
import StatusText

/// The number for the next task is already another task's, or is below one.
struct NextNumber: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "next-number", family: .consistency, severity: .error, fix: .safe,
    summary:
      "next_project_number is already the number of a task, or is not greater than the highest number.",
    rationale: """
      The next task gets this number. Two tasks would then share one directory and overwrite each other's \
      files. A number below the highest one is only a warning, because numbering may restart after tasks \
      are archived.
      """,
    bad: [
      "specs/state.json": """
      {
        "next_project_number": «7»,
        "active_projects": [
          {"project_number": 7, "status": "not_started"}
        ]
      }
      """
    ],
    good: [
      "specs/state.json": """
      {
        "next_project_number": 8,
        "active_projects": [
          {"project_number": 7, "status": "not_started"}
        ]
      }
      """
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    let use = NumberUse(workspace)
    var seen: Set<Int> = []
    for counter in use.counters where seen.insert(counter.value).inserted {
      // Files that agree share one finding.
      let twins = use.counters.filter { $0.value == counter.value && $0.source.path != counter.source.path }
      let twinPlaces = twins.map {
        RelatedLocation(Location(path: $0.source.path, range: $0.range), .alsoHere(counter.value))
      }
      if use.isInUse(counter.value) {
        let corrected = use.corrected(counter.value)
        findings.report(
          .file, .inUse(counter.value), in: counter.source, at: counter.range,
          related: use.uses(of: counter.value) + twinPlaces, help: corrected == nil ? .chooseFree : nil,
          fix: corrected.map { fix([counter] + twins, $0) }, evidence: "next_project_number")
      } else if let highest = use.highestAbove(counter.value) {
        findings.report(
          .file, .tooLow(counter.value, highest), in: counter.source, at: counter.range,
          related: use.uses(of: highest) + twinPlaces, help: .wrapAround, evidence: "next_project_number",
          severity: .warning)
      }
    }
  }

  private func fix(_ counters: [NumberUse.Counter], _ number: Int) -> Fix {
    Fix(
      .safe, "set to \(number), the next free number",
      files: counters.map {
        Fix.FileEdits(path: $0.source.path, edits: [TextEdit($0.range, with: String(number))])
      })
  }
}

extension String {
  fileprivate static func inUse(_ number: Int) -> String {
    "next_project_number is \(number), but task \(number) already exists"
  }
  fileprivate static func tooLow(_ number: Int, _ highest: Int) -> String {
    "next_project_number is \(number), but task \(highest) has a higher number"
  }
  fileprivate static func alsoHere(_ number: Int) -> String { "next_project_number is \(number) here too" }
  fileprivate static let chooseFree =
    "numbering seems to have restarted after tasks were archived: choose a free number"
  fileprivate static let wrapAround = "this is correct only if numbering restarted after tasks were archived"
}
