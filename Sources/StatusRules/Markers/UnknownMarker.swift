import StatusDiagnostics
import StatusModel
import StatusText

/// A marker that is not a status.
struct UnknownMarker: FileRule, TreeRule {
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

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan else { return }
    check(file, in: context, &findings) { status, placed in
      if placed.subject == .phase {
        let phase = plan.phases.first { $0.number.label == placed.phase }
        return phase?.mayHave(status, in: plan.source) ?? false
      }
      // A plan is what its phases are.
      let sum = PhaseSum(plan, context.profile)
      return sum?.accepted(by: context.profile).contains(status) ?? (status != .completed)
    }
  }

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    guard let file = workspace.taskListSource else { return }
    check(file, in: workspace.context, &findings) { status, placed in
      // A task is not completed while its plan is not.
      guard let task = placed.task.flatMap({ workspace.task($0) }) else { return !status.needsReason }
      return TaskRewrite.allows(status, for: task, in: workspace)
        && (task.entry.map { isExplained($0, as: status, in: file.source) } ?? true)
    }
  }

  /// Whether a task may have a status without a finding of missing-reason.
  private func isExplained(_ entry: TaskEntry, as status: Status, in source: SourceText) -> Bool {
    !status.needsReason
      || StatedReason.isGiven(
        for: status, fields: entry.fields, markers: entry.statusMarkers, body: entry.range, in: source)
  }

  /// Reports the markers of `file`; `isPossible` says whether nothing contradicts the status that one may be meant for.
  private func check(
    _ file: TrackedFile, in context: FileContext, _ findings: inout FindingCollector,
    isPossible: (Status, PlacedMarker) -> Bool
  ) {
    let profile = context.profile
    for placed in PlacedMarker.all(in: file, of: context) {
      switch placed.marker.reading {
      case .undecided: report(placed, suggestions: [], advice: .canItBeRetried, file, profile, &findings)
      case .ambiguous(let named):
        report(
          placed, suggestions: allowed(named, on: placed, profile), advice: nil, file, profile, &findings)
      case .unknown(let suggestion):
        let suggestions = allowed([suggestion].compactMap(\.self), on: placed, profile)
        report(
          placed, suggestions: suggestions, fixable: suggestions.first { isPossible($0, placed) },
          advice: advice(placed, in: file.source, profile), file, profile, &findings)
      case .standard, .spelling, .worded: continue
      }
    }
  }

  /// Those of `statuses` that what has the marker may have.
  private func allowed(_ statuses: [Status], on placed: PlacedMarker, _ profile: Profile) -> [Status] {
    statuses.filter { profile.allows($0, on: placed.subject) }
  }

  /// Reports a marker that may mean one of `suggestions`. Only `fixable` is offered as a fix: which status a marker
  /// means that names several, or a part of one, only a person knows.
  private func report(
    _ placed: PlacedMarker, suggestions: [Status], fixable: Status? = nil, advice: String?,
    _ file: TrackedFile, _ profile: Profile, _ findings: inout FindingCollector
  ) {
    let range = placed.marker.range
    findings.report(
      placed.subject,
      .notAStatus(file.source.text(range), placed.subject),
      in: file.source, at: range, task: placed.task, phase: placed.phase,
      help: [advice, profile.help(for: placed.subject, suggestions: suggestions)]
        .compactMap { $0 }.joined(separator: "; "),
      fix: fixable.map(profile.vocabulary.marker).map {
        Fix(.unsafe, .replace(with: $0), at: Location(path: file.path, range: range), with: $0)
      })
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
