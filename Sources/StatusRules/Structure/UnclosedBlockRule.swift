import StatusDiagnostics
import StatusModel
import StatusText

/// A code fence or a comment that is never closed and hides tasks, phases or their fields.
struct UnclosedBlockRule: FileRule {
  static let descriptor = RuleDescriptor(
    name: "unclosed-block", family: .structure, severity: .warning, fix: .none,
    summary: "A code fence or a comment is never closed and hides tasks, phases or their fields.",
    rationale: """
      Everything below it, up to the end of the file, is text of the block. The plan seems to have fewer \
      phases than it has, and looks finished. statuslint does not compute a status from the visible part, \
      and does not write below the block.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      «```bash»
      make shelves

      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      ```bash
      make shelves
      ```

      ### Phase 2: Paint the wall [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { !kind.isJSON }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    let subject: Finding.Subject = file.kind == .taskList ? .file : .plan
    guard let hidden = file.taskList?.hidden ?? file.plan?.hidden, let block = hidden.block else { return }
    let opening = file.source.text(block.opening)
    findings.report(
      subject, .hides(opening, isFence: block.isFence, hidden), in: file.source, at: block.opening,
      task: context.taskNumber(of: file),
      related: [RelatedLocation(Location(path: file.path, range: hidden.first), .firstHidden)],
      help: .closeIt, evidence: opening)
  }
}

extension String {
  fileprivate static func hides(_ opening: String, isFence: Bool, _ hidden: HiddenClaims) -> String {
    let what = isFence ? "the code fence" : "the block"
    return "\(what) \(opening.quotedBriefly) is not closed and hides \(claims(hidden))"
  }
  private static func claims(_ hidden: HiddenClaims) -> String {
    if let first = hidden.tasks.first {
      return hidden.tasks.count == 1 ? "task \(first)" : "\(Counted(hidden.tasks.count, "task"))"
    }
    if hidden.phaseCount > 0 { return hidden.phaseCount == 1 ? "a phase" : "\(hidden.phaseCount) phases" }
    return "fields"
  }
  fileprivate static let firstHidden = "first hidden line"
  fileprivate static let closeIt = "close the block before the first hidden line"
}
