import StatusDiagnostics
import StatusModel
import StatusText

/// A byte order mark at the beginning of a tracking file.
struct ByteOrderMark: FileRule {
  static let descriptor = RuleDescriptor(
    name: "byte-order-mark", family: .syntax, severity: .warning, fix: .safe,
    summary: "A tracking file begins with a byte order mark (U+FEFF).",
    rationale: """
      UTF-8 has no byte order, and RFC 8259 forbids a byte order mark before JSON. Many programs reject it, \
      and others treat it as part of the first line.
      """,
    bad: [
      "specs/state.json": #"«\xEF\xBB\xBF»{"next_project_number": 8, "active_projects": []}"#
    ],
    good: [
      "specs/state.json": #"{"next_project_number": 8, "active_projects": []}"#
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { true }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard file.syntax.hasByteOrderMark else { return }
    let mark = ByteRange(0, 3)
    let fix = Fix(.safe, .remove, at: Location(path: file.path, range: mark), with: "")
    findings.report(
      .file, .begins, in: file.source, at: mark, task: context.taskNumber(of: file),
      fix: file.syntax.isReadable ? fix : nil, evidence: "U+FEFF")
  }
}

extension String {
  fileprivate static let begins =
    "the file begins with a byte order mark (U+FEFF)"
  fileprivate static let remove = "remove the byte order mark"
}
