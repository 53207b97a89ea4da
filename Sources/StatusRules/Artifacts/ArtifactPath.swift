import StatusDiagnostics
import StatusModel
import StatusText

/// A task's link is absolute or points outside the repository.
struct ArtifactPath: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "artifact-path", family: .artifacts, severity: .error, fix: .none,
    summary: "A link in TODO.md or a state file is absolute or points outside the repository.",
    rationale: """
      An absolute path works on one machine only. An agent that follows a path to a place outside the repository works \
      on unrelated files. Symbolic links are resolved first.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Research**: [«/home/anna/house/specs/007_sort_the_cellar/reports/research-001.md»]
      """,
      "specs/007_sort_the_cellar/reports/research-001.md": "# Shelves",
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
    for bad in BadLinks(of: workspace, where: { $0 == .absolute || $0 == .outside }) {
      findings.report(
        bad.subject, bad.link.target == .absolute ? .absolute(bad.link.text) : .outside(bad.link.text),
        in: bad.source, at: bad.link.range, task: bad.link.task, help: .help,
        evidence: bad.evidence, severity: bad.severity)
    }
  }
}

extension String {
  fileprivate static func absolute(_ link: String) -> String { "\"\(link)\" is an absolute path" }
  fileprivate static func outside(_ link: String) -> String { "\"\(link)\" points outside the repository" }
  fileprivate static let help = "use the path of a file in the repository, relative to the repository root"
}
