import StatusDiagnostics
import StatusModel
import StatusText

/// A marker that is not a status.
struct UnknownMarker: FileRule {
  static let descriptor = RuleDescriptor(
    name: "unknown-marker", family: .markers, severity: .error, fix: .unsafe,
    summary: "The marker of a task, a plan or a phase is not a status of the profile.",
    rationale: """
      A program that does not know a status cannot resume the work or count it as done: it skips the task or \
      begins it again. An unknown marker never counts as completed. A project can define its own statuses in \
      its configuration.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: «[DONE]»
      - **Completed**: 2026-01-14
      """
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [COMPLETED]
      - **Completed**: 2026-01-14
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    for placed in PlacedMarker.all(in: file, of: workspace) {
      switch placed.marker.reading {
      case .undecided: report(placed, suggestions: [], advice: .canItBeRetried, file, workspace, &findings)
      case .ambiguous(let named):
        report(
          placed, suggestions: allowed(named, on: placed, workspace), advice: nil, file, workspace, &findings)
      case .unknown(let suggestion):
        let suggestions = allowed([suggestion].compactMap(\.self), on: placed, workspace)
        report(
          placed, suggestions: suggestions, fixable: suggestions.first,
          advice: advice(placed, in: file.source, workspace.profile), file, workspace, &findings)
      case .standard, .spelling, .worded: continue
      }
    }
  }

  /// Those of `statuses` that what has the marker may have.
  private func allowed(_ statuses: [Status], on placed: PlacedMarker, _ workspace: Workspace) -> [Status] {
    statuses.filter { workspace.profile.allows($0, on: placed.subject) }
  }

  /// Reports a marker that may mean one of `suggestions`. Only `fixable` is offered as a fix: which status a marker means
  /// that names several, or a part of one, only a person knows.
  private func report(
    _ placed: PlacedMarker, suggestions: [Status], fixable: Status? = nil, advice: String?,
    _ file: TrackedFile, _ workspace: Workspace, _ findings: inout FindingCollector
  ) {
    let range = placed.marker.range
    let applicable = fixable.flatMap {
      isPossible($0, placed, file, workspace) ? workspace.profile.vocabulary.marker($0) : nil
    }
    findings.report(
      placed.subject,
      .notAStatus(file.source.text(range), placed.subject),
      in: file.source, at: range, task: placed.task, phase: placed.phase,
      help: [advice, workspace.profile.help(for: placed.subject, suggestions: suggestions)]
        .compactMap { $0 }.joined(separator: "; "),
      fix: applicable.map {
        Fix(.unsafe, .replace(with: $0), at: Location(path: file.path, range: range), with: $0)
      })
  }

  /// Whether nothing contradicts `status`: a task is not completed while its plan is not, and a plan is what its
  /// phases are.
  private func isPossible(
    _ status: Status, _ placed: PlacedMarker, _ file: TrackedFile, _ workspace: Workspace
  ) -> Bool {
    switch placed.subject {
    case .task:
      guard let task = placed.task.flatMap({ workspace.task($0) }) else { return true }
      return TaskRewrite.allows(status, for: task, in: workspace)
    case .plan:
      guard let plan = file.plan else { return true }
      let sum = PhaseSum(plan, workspace.profile)
      return sum?.accepted(by: workspace.profile).contains(status) ?? (status != .completed)
    default: return true
    }
  }

  /// What there is to say of a word that this profile does not have, but another one does.
  private func advice(_ placed: PlacedMarker, in source: SourceText, _ profile: Profile) -> String? {
    let text = source.bytes[placed.marker.range.indices]
    for other in Profile.all where other.name != profile.name {
      if let status = other.vocabulary.reading(ofMarker: text).status,
        other.allows(status, on: placed.subject)
      {
        return .belongs(to: other.name)
      }
    }
    return nil
  }
}

extension String {
  fileprivate static func notAStatus(_ text: String, _ subject: Finding.Subject) -> String {
    "\(text.quotedBriefly) is not a \(subject.noun) status"
  }
  fileprivate static func replace(with marker: String) -> String { "replace with \(marker)" }
  fileprivate static func belongs(to profile: String) -> String { "profile \(profile) has this status" }
  fileprivate static let canItBeRetried = "use [BLOCKED] if it can be tried again, [ABANDONED] if it cannot"
}
