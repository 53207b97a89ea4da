import StatusDiagnostics
import StatusModel
import StatusText

/// Two directories have the number of one task.
struct DuplicateProjectDirectory: TreeRule {
  static let descriptor = RuleDescriptor(
    name: "duplicate-project-directory", family: .consistency, severity: .error, fix: .none,
    summary: "Two directories begin with the same task number.",
    rationale: """
      Programs find the files of a task by the number that its directory begins with, and take the first directory. The \
      plans and reports in the other one are never read. Directories in the archive do not count.
      """,
    bad: [
      "specs/TODO.md": """
      ### «7. Sort the cellar»
      - **Status**: [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
      "specs/007_tidy_up/plans/implementation-002.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ],
    good: [
      "specs/TODO.md": """
      ### 7. Sort the cellar
      - **Status**: [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-001.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
      "specs/007_sort_the_cellar/plans/implementation-002.md": """
      - **Status**: [NOT STARTED]

      ### Phase 1: Empty the shelves [NOT STARTED]
      """,
    ])

  func check(_ workspace: Workspace, into findings: inout FindingCollector) {
    // A directory of another form is for directory-name to report.
    let active = workspace.directories.filter { !$0.isArchived && $0.isRegular }
    let byNumber = Dictionary(grouping: active, by: \.number)
    guard byNumber.count < active.count else { return }
    for (number, directories) in byNumber.sorted(by: { $0.key < $1.key }) where directories.count > 1 {
      let files = directories.map { directory in workspace.firstFile(in: directory) }
      guard let place = place(of: number, files.compactMap(\.self), workspace) else { continue }
      findings.report(
        place.subject, .several(number, directories.map(\.path)), in: place.source, at: place.range,
        task: number,
        related: files.compactMap { file in
          file.map { RelatedLocation(Location(path: $0.path, range: .zero), .isInOne(number)) }
        },
        help: .merge, evidence: directories.map(\.path).joined(separator: " "))
    }
  }

  /// Where the task is claimed; for a number without a task, a file of its directories.
  private func place(
    of number: Int, _ files: [TrackedFile], _ workspace: Workspace
  ) -> (subject: Finding.Subject, source: SourceText, range: ByteRange)? {
    workspace.task(number).flatMap { workspace.claimPlace(of: $0) }
      ?? files.first.map { (.tree, $0.source, .zero) }
  }
}

extension String {
  fileprivate static func several(_ number: Int, _ paths: [String]) -> String {
    let names = paths.prefix(5).map { "\"\($0)\"" }.joined(separator: " and ")
    return "task \(number) has \(paths.count) directories: \(names)"
  }
  fileprivate static func isInOne(_ number: Int) -> String { "a file in a directory of task \(number)" }
  fileprivate static let merge =
    "move all files into the directory of the task and update the links, or renumber the other task"
}
