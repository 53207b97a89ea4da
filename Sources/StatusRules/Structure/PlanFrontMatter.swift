import StatusDiagnostics
import StatusModel
import StatusSyntax
import StatusText

/// A plan begins with YAML front matter.
struct PlanFrontMatter: FileRule {
  static let descriptor = RuleDescriptor(
    name: "plan-front-matter", family: .structure, severity: .warning, fix: .none,
    summary: "A plan begins with YAML front matter.",
    rationale: """
      The metadata of a plan are fields below its title. Programs do not read front matter, so a status in it is never \
      updated and soon contradicts the plan.
      """,
    bad: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      «---»
      task: 7
      ---

      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """
    ],
    good: [
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Task**: 7 - Sort the cellar
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """
    ])

  func applies(to kind: TrackedFile.Kind) -> Bool { kind == .plan }

  func check(_ file: TrackedFile, in context: FileContext, into findings: inout FindingCollector) {
    guard let plan = file.plan, let dashes = Self.opening(of: file.source),
      MarkdownOutline(file.source).blocks.first?.kind == .frontMatter
    else { return }
    findings.report(
      .plan, .frontMatter, in: plan.source, at: dashes, task: context.taskNumber(of: file), help: .useFields,
      severity: context.isArchived(file) ? .info : .error)
  }

  /// The dashes that a file begins with, after its byte order mark.
  private static func opening(of source: SourceText) -> ByteRange? {
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return source.bytes.dropFirst(start).starts(with: "---".utf8) ? ByteRange(start, start + 3) : nil
  }
}

extension String {
  fileprivate static let frontMatter = "the plan begins with front matter, which is not part of the format"
  fileprivate static let useFields = "write its values as fields below the title: \"- **Task**: 7 - Title\""
}
