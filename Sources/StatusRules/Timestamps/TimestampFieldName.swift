import StatusDiagnostics
import StatusModel
import StatusText

/// A status timestamp of a state file under a name with `_at`.
struct TimestampFieldName: FileRule {
  static let descriptor = RuleDescriptor(
    name: "timestamp-field-name", family: .timestamps, severity: .warning, fix: .safe,
    summary: "A state file has a status timestamp under a key with `_at`: `started_at`.",
    rationale: """
      The keys are `started`, `researched`, `planned`, `revised`, `blocked`, `abandoned` and `completed`; \
      no reader looks for any other, so the date counts for nothing. The fix renames the key where the \
      plain name is free.
      """,
    bad: "\"started_at\": \"2025-12-28\"", good: "\"started\": \"2025-12-28\"")

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .registry || kind == .projectState }

  func check(_ file: TrackedFile, in workspace: Workspace, into findings: inout FindingCollector) {
    if let state = file.projectState {
      judge(state, of: workspace.taskNumber(of: file) ?? state.number, in: file, &findings)
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
        .entry, isTaken ? .taken(key, plain) : .suffixed(key, plain), in: file.source, at: suffixed.key,
        task: task,
        fix: isTaken
          ? nil
          : Fix(
            .safe, "rename to \"\(plain)\"", at: Location(path: file.path, range: suffixed.key),
            with: "\"\(plain)\""))
    }
  }
}

extension String {
  fileprivate static func suffixed(_ key: String, _ plain: String) -> String {
    "\(key) is no key for a status timestamp: use \"\(plain)\""
  }
  fileprivate static func taken(_ key: String, _ plain: String) -> String {
    "\(key) is no key for a status timestamp, and there is another \(plain) date: keep one, as \"\(plain)\""
  }
}
