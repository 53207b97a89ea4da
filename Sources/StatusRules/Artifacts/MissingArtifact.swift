import StatusDiagnostics
import StatusModel
import StatusText

/// A task links to a file that does not exist.
struct MissingArtifact: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "missing-artifact", family: .artifacts, severity: .error, fix: .none,
    summary: "A link in TODO.md or a state file points to a file that does not exist.",
    rationale: """
      The file is lost, was never saved, or is somewhere else. An agent that is told to follow this plan \
      cannot do so. Links are looked up from the repository root, from the specs root, in the task's \
      directory, and in archive/.
      """,
    bad: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Plan**: [«specs/007_sort_the_cellar/plans/implementation-002.md»]
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      - **Plan**: [specs/007_sort_the_cellar/plans/implementation-001.md]
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    for bad in BadLinks(of: workspace, where: { $0 == .missing }) {
      findings.report(
        bad.subject, .nothingThere(bad.link.text), in: bad.source, at: bad.link.range, task: bad.link.task,
        missingFrom: workspace.candidates(for: bad.link), help: bad.link.suggestion.map { .help($0) },
        evidence: bad.evidence, severity: bad.severity)
    }
  }
}

extension Workspace {
  /// Every path, from the repository root, at which the link might find its target.
  fileprivate func candidates(for link: ArtifactLink) -> [String] {
    var paths: [String] = []
    let own = (link.task.flatMap { task($0) }?.directories ?? []).map { directories[$0].path }
    root.visitCandidates(for: link.text, directories: own) { path in
      paths.append(path)
      return false
    }
    return paths
  }
}

extension String {
  fileprivate static func nothingThere(_ link: String) -> String {
    "\"\(link)\" was not found relative to the repository root, the specs root or the task's directory"
  }
  fileprivate static func help(_ suggestion: ArtifactLink.Suggestion) -> String {
    switch suggestion {
    case .file(let path): "did you mean \(path)?"
    case .directory(let path): "the task's directory is \(path)"
    }
  }
}
