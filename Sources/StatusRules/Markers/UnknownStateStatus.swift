import StatusDiagnostics
import StatusModel
import StatusText

/// A status in a state file that is not a status.
struct UnknownStateStatus: FileRule {
  static let descriptor = RuleDescriptor(
    name: "unknown-state-status", family: .markers, severity: .error, fix: .safe,
    summary: "The status of an entry in state.json, or of a project state, is not a status of the profile.",
    rationale: """
      Programs read state files and compare the exact value: `complete` is not `completed`, and an unknown \
      status is ignored.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "«In Progress»", "started": "2026-01-05"}
        ]
      }
      """
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "in_progress", "started": "2026-01-05"}
        ]
      }
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .registry || kind == .projectState }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    switch file.content {
    case .registry(let registry):
      for entry in registry.entries { check(entry, task: entry.number, in: file, context, &findings) }
    case .projectState(let state):
      check(state, task: context.taskNumber(of: file) ?? state.number, in: file, context, &findings)
    default: break
    }
  }

  private func check(
    _ entry: StateEntry, task: Int?, in file: TrackedFile, _ context: FileContext,
    _ findings: inout FindingCollector
  ) {
    guard let (text, range) = entry.status, let reading = entry.reading else { return }
    if case .standard = reading { return }
    func report(_ message: String, replacement: String? = nil, help: String? = nil) {
      let place = Location(path: file.path, range: range)
      findings.report(
        .entry, message, in: file.source, at: range, task: task, help: help,
        fix: replacement.map { Fix(.safe, .replace(with: $0), at: place, with: $0) }, evidence: text)
    }
    let isProjectState = file.kind == .projectState
    let vocabulary = context.profile.vocabulary
    // A project state may say no more than that its task is not at its end.
    if isProjectState, text.lowercased() == Self.active {
      if text != Self.active { report(.spelled(text, Self.active), replacement: Self.active) }
      return
    }
    let values = (isProjectState ? "\(Self.active), " : "") + context.profile.values
    func reportUnknown(_ advice: String?) {
      report(.notAStatus(text), help: (advice ?? "") + .valid(values))
    }
    switch reading {
    case .standard: break
    case .spelling(let status):
      report(.spelled(text, vocabulary.value(status)), replacement: vocabulary.value(status))
    case .worded(let status): reportUnknown(.meant([vocabulary.value(status)]))
    case .ambiguous(let named): reportUnknown(.meant(named.map(vocabulary.value)))
    case .undecided: reportUnknown(.canItBeRetried)
    case .unknown(let suggestion): reportUnknown(suggestion.map { .meant([vocabulary.value($0)]) })
    }
  }

  private static let active = "active"
}

extension String {
  fileprivate static func spelled(_ text: String, _ standard: String) -> String {
    "\(text.quotedBriefly) is not the standard spelling of \"\(standard)\""
  }
  fileprivate static func notAStatus(_ text: String) -> String {
    "\(text.quotedBriefly) is not a valid status"
  }
  fileprivate static func valid(_ values: String) -> String { "valid statuses: \(values)" }
  fileprivate static func meant(_ values: [String]) -> String {
    "did you mean \(values.map { "\"\($0)\"" }.alternatives)? "
  }
  fileprivate static func replace(with value: String) -> String { "replace with \"\(value)\"" }
  fileprivate static let canItBeRetried =
    "use \"blocked\" if it can be tried again, \"abandoned\" if it cannot; "
}
