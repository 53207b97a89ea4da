import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// A key that its JSON object already has.
struct DuplicateKey: FileRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-json-key", family: .syntax, severity: .error, fix: .none,
    summary: "An object in a state file contains the same key twice.",
    rationale: """
      RFC 8259 does not define the meaning of such an object. Most programs use the last value and drop the \
      others when they write the file, so one of the values is lost silently.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "not_started", «"status"»: "in_progress", "started": "2026-01-05"}
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

  func applies(to kind: TrackedFile.Kind) -> Bool { kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    // The keys and the entries both come in the order of the document.
    var entries = file.registry?.entries[...] ?? []
    for duplicate in file.syntax.duplicateKeys {
      while let entry = entries.first, entry.range.upper <= duplicate.range.lower {
        entries = entries.dropFirst()
      }
      let entry = entries.first.flatMap { $0.range.contains(duplicate.range) ? $0 : nil }
      let key = file.source.text(duplicate.range)
      findings.report(
        entry == nil ? .file : .entry, .again(key), in: file.source, at: duplicate.range,
        task: entry?.number ?? context.taskNumber(of: file),
        related: [RelatedLocation(Location(path: file.path, range: duplicate.first), .firstTime)],
        help: .help)
    }
  }
}

extension String {
  /// `key` has its quotes.
  fileprivate static func again(_ key: String) -> String {
    "duplicate key \(key)"
  }
  fileprivate static let help = "keep one of them: most programs use the last value and ignore the others"
  fileprivate static let firstTime = "first occurrence"
}
