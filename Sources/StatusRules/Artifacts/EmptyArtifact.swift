import StatusDiagnostics
import StatusModel
import StatusText

/// A task links to an empty file.
struct EmptyArtifact: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "empty-artifact", family: .artifacts, severity: .error, fix: .none,
    summary: "A link in TODO.md or a state file points to an empty file.",
    rationale: """
      An agent created the file and was stopped before it wrote anything. The task seems to have a report or \
      a plan, but does not.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Research**: [«specs/007_sort_the_cellar/reports/research-001.md»]
      """,
      "specs/007_sort_the_cellar/reports/research-001.md": "",
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Research**: [specs/007_sort_the_cellar/reports/research-001.md]
      """,
      "specs/007_sort_the_cellar/reports/research-001.md": "# Shelves",
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    for bad in BadLinks(of: workspace, where: { if case .file(_, size: 0) = $0 { true } else { false } }) {
      guard case .file(let path, _) = bad.link.target else { continue }
      findings.report(
        bad.subject, .empty(bad.link.text, path), in: bad.source, at: bad.link.range, task: bad.link.task,
        help: .help, evidence: bad.evidence, severity: bad.severity)
    }
  }
}

extension String {
  fileprivate static func empty(_ link: String, _ path: String) -> String {
    path == link ? "\"\(link)\" is an empty file" : "\"\(link)\" points to an empty file, \(path)"
  }
  fileprivate static let help = "write the file, or remove the link until the file has content"
}
