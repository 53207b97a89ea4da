import StatusDiagnostics
import StatusModel
import StatusText

/// An entry of state.json lacks a key that every entry needs.
struct MissingStateField: FileRule {
  static let descriptor = RuleDescriptor(
    name: "missing-state-field", family: .structure, severity: .error, fix: .none,
    summary:
      "An entry of active_projects has no project_number, project_name, status, created or last_updated, or its number, name or status is null.",
    rationale: """
      Without a number, it is unknown which task the entry is about. Without a status, no program knows \
      what to do with the task and skips it. The name leads to the directory of the task, and the dates say \
      how old the work is.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          «{»"project_number": 7, "project_name": "sort_the_cellar", "created": "2026-01-02T09:00:00Z", "last_updated": "2026-01-02"}
        ]
      }
      """
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "project_name": "sort_the_cellar", "status": "not_started", "created": "2026-01-02T09:00:00Z", "last_updated": "2026-01-02"}
        ]
      }
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .registry }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let registry = file.registry else { return }
    for entry in registry.entries {
      for flaw in entry.flaws {
        switch flaw.kind {
        case .missing:
          findings.report(
            .entry, .missing(flaw.key), in: file.source, at: flaw.range, task: entry.number,
            lacking: entry.range, help: .needed(flaw.key, context.profile), evidence: flaw.key)
        case .null:
          findings.report(
            .entry, .null(flaw.key), in: file.source, at: flaw.range, task: entry.number,
            lacking: entry.range, help: .needed(flaw.key, context.profile), evidence: flaw.key)
        case .wrongType, .quotedNumber, .outOfRange: break
        }
      }
    }
  }
}

extension String {
  fileprivate static func missing(_ key: String) -> String { "the entry has no \"\(key)\"" }
  fileprivate static func null(_ key: String) -> String { "\"\(key)\" of the entry is null" }
  fileprivate static func needed(_ key: String, _ profile: Profile) -> String {
    switch key {
    case "status":
      "set it to one of \(profile.vocabulary.entries.map { "\"\($0.value)\"" }.joined(separator: ", "))"
    case "project_number": "set it to the number of the task"
    case "project_name": "set it to the title of the task in snake case, as in the name of its directory"
    default: "only a person who knows the date can add it"
    }
  }
}
