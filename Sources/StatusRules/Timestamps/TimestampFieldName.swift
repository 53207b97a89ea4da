import StatusDiagnostics
import StatusModel
import StatusText

/// A status timestamp of a state file under a name with `_at`.
struct TimestampFieldName: FileRule {
  static let descriptor = RuleDescriptor(
    name: "timestamp-field-name", family: .timestamps, severity: .warning, fix: .safe,
    summary: "A key in a state file for the timestamp of a status ends in `_at`, such as `started_at`.",
    rationale: """
      The keys are `started`, `researched`, `planned`, `revised`, `blocked`, `abandoned` and `completed`. \
      Programs do not read any other key, so the date has no effect. The fix renames the key if the plain \
      name is not used.
      """,
    bad: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "implementing", «"started_at"»: "2025-12-28"}
        ]
      }
      """
    ],
    good: [
      "specs/state.json": """
      {
        "active_projects": [
          {"project_number": 7, "status": "implementing", "started": "2025-12-28"}
        ]
      }
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .registry || kind == .projectState }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    if let state = file.projectState {
      judge(state, of: context.taskNumber(of: file) ?? state.number, in: file, &findings)
    }
    for entry in file.registry?.entries ?? [] { judge(entry, of: entry.number, in: file, &findings) }
  }

  private func judge(
    _ entry: StateEntry, of task: Int?, in file: TrackedFile, _ findings: inout FindingCollector
  ) {
    for (index, suffixed) in entry.suffixedTimestamps.enumerated() {
      let plain = suffixed.event.rawValue
      let isTaken =
        suffixed.plainNameIsTaken
        || entry.suffixedTimestamps[..<index].contains { $0.event == suffixed.event }
      let key = file.source.text(suffixed.key)
      findings.report(
        .entry, .suffixed(key), in: file.source, at: suffixed.key,
        task: task, help: isTaken ? .taken(plain) : nil,
        fix: isTaken
          ? nil
          : Fix(
            .safe, "rename to \"\(plain)\"", at: Location(path: file.path, range: suffixed.key),
            with: "\"\(plain)\""))
    }
  }
}

extension String {
  fileprivate static func suffixed(_ key: String) -> String {
    "\(key) is not a key for the timestamp of a status"
  }
  fileprivate static func taken(_ plain: String) -> String {
    "there is another \(plain) date: keep one of them, with the key \"\(plain)\""
  }
}
