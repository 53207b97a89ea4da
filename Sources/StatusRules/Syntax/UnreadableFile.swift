import StatusDiagnostics
import StatusModel
import StatusText

/// A tracking file that cannot be read.
struct UnreadableFile: FileRule {
  static let descriptor = RuleDescriptor(
    name: "unreadable-file", family: .syntax, severity: .error, fix: .none,
    summary: "A tracking file does not exist, cannot be read, is not a regular file, or is too large.",
    rationale: """
      A file that cannot be read cannot be checked. Without this finding, the check would report that \
      everything is fine. Rules that need the file do not run.
      """,
    bad: [
      "specs/TODO.md": nil,
      "specs/state.json": #"{"active_projects": []}"#,
    ],
    good: [
      "specs/TODO.md": "# TODO",
      "specs/state.json": #"{"active_projects": []}"#,
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { true }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let failure = file.failure else { return }
    findings.report(
      .file, .cannotRead(failure), in: file.source, at: .zero, help: .makeReadable(file.kind),
      evidence: failure)
  }
}

extension String {
  fileprivate static func cannotRead(_ failure: String) -> String { "cannot be read: \(failure)" }
  fileprivate static func makeReadable(_ kind: TrackedFile.Kind) -> String {
    kind == .taskList || kind == .registry
      ? "a tree needs TODO.md and state.json, and both must be readable regular files"
      : "change its permissions, or replace it with a regular file in this repository (a directory if it is called \"plans\")"
  }
}
