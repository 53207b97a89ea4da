import StatusDiagnostics
import StatusModel
import StatusText

/// A comment that suppresses findings and does not say why.
struct UnexplainedSuppression: FileRule {
  static let descriptor = RuleDescriptor(
    name: "unexplained-suppression", family: .suppression, severity: .info, fix: .none,
    summary: "A comment that suppresses findings does not give a reason.",
    rationale: """
      Without a reason, a later reader cannot tell whether the comment is still needed. The reason is the text after two \
      hyphens.
      """,
    bad: [
      "specs/TODO.md": """
      ## Tasks

      <!-- «statuslint-disable-next-line» malformed-task -->
      ### #7. Sort the cellar
      - **Status**: [NOT STARTED]
      """
    ],
    good: [
      "specs/TODO.md": """
      ## Tasks

      <!-- statuslint-disable-next-line malformed-task -- the bot writes it -->
      ### #7. Sort the cellar
      - **Status**: [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    for comment in file.suppressions where comment.disables && comment.reason == nil {
      let names = comment.names.map(\.text).joined(separator: ", ")
      findings.report(
        file.kind == .taskList ? .file : .plan, .noReason(names), in: file.source, at: comment.keyword.range,
        task: context.taskNumber(of: file), help: .addReason, evidence: "\(comment.keyword.text) \(names)")
    }
  }
}

extension String {
  fileprivate static func noReason(_ names: String) -> String {
    names.isEmpty
      ? "the suppression has no reason" : "the suppression of \(names.quotedBriefly) has no reason"
  }
  fileprivate static let addReason = "write the reason after two hyphens: \"-- reason\""
}
