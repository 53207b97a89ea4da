import StatusDiagnostics
import StatusModel
import StatusText

/// A task's link is absolute or leads out of the repository.
struct ArtifactPath: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "artifact-path", family: .artifacts, severity: .error, fix: .none,
    summary: "A link of TODO.md or a state file is absolute, or leads out of the repository.",
    rationale: """
      It works on one machine and breaks on every other; and an agent that follows it works on files that belong to \
      something else. Symbolic links are followed before this is judged.
      """,
    bad: "- **Plan**: [/home/anna/house/specs/221_sort_cellar/plans/implementation-001.md]",
    good: "- **Plan**: [specs/221_sort_cellar/plans/implementation-001.md]")

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
  fileprivate static func outside(_ link: String) -> String { "\"\(link)\" leads out of the repository" }
  fileprivate static let help = "write the path from the repository root, of a file in the repository"
}
