import StatusDiagnostics
import StatusModel
import StatusText

/// A status of tasks on a phase, or on a plan that may not have it.
struct MisplacedMarker: FileRule {
  static let descriptor = RuleDescriptor(
    name: "misplaced-marker", family: .markers, severity: .error, fix: .none,
    summary: "A phase or the Status of a plan has a status that only tasks can have.",
    rationale: """
      Research, planning and revision are stages of a task. A phase is started, done, blocked or abandoned. \
      An agent that resumes a plan looks for the first phase that is not finished, and cannot tell whether \
      this phase is.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves «[PLANNED]»
      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    let profile = context.profile
    for placed in PlacedMarker.all(in: file, of: context) {
      guard let status = placed.marker.status, !profile.allows(status, on: placed.subject) else { continue }
      let range = placed.marker.range
      findings.report(
        placed.subject,
        .misplaced(file.source.text(range), placed.subject),
        in: file.source, at: range, task: placed.task, phase: placed.phase,
        help: profile.help(for: placed.subject))
    }
  }
}

extension String {
  fileprivate static func misplaced(_ text: String, _ subject: Finding.Subject) -> String {
    "\(text.quotedBriefly) is a task status, not a \(subject.noun) status"
  }
}
