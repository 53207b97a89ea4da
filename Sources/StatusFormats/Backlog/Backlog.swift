import StatusClaims
import StatusText

/// Backlog.md: a Markdown file with front matter for each task.
struct Backlog: PlanFormat {
  let name = "backlog"
  let title = "Backlog.md"
  let marks: Set = ["backlog", ".backlog"]
  let rules: Set = [
    "dependency-cycle", "duplicate-id", "future-timestamp", "invalid-timestamp", "invalid-yaml",
    "malformed-task", "missing-status",
    "name-mismatch", "nonstandard-marker", "rollup-mismatch", "stale-directory-state", "timestamp-order",
    "unchecked-work",
    "unknown-marker", "unknown-reference", "unmet-dependency",
  ]

  /// How criteria are written: `- [ ] #1 The text`.
  static let dialect = CheckboxDialect(ids: .hashed)

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    let hasConfiguration = files.files(in: directory).contains("backlog.config.yml")
    return marks.sorted().map { PathText.joined(directory, $0) }.filter { root in
      files.files(in: root).contains { $0 == "config.yml" || $0 == "config.yaml" }
        || hasConfiguration && files.directories(in: root).contains("tasks")
    }
  }

  /// Backlog.md reads tasks directly in these directories, but documents at any depth.
  func descends(into path: String) -> Bool {
    BacklogProject.directories.contains(path) || path == "archive" || path.hasPrefix("docs/")
  }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    if path == "config.yml" || path == "config.yaml" { return .yaml }
    guard path.utf8.contains(UInt8(ascii: "/")), path.hasSuffix(".md") else { return nil }
    return path.hasPrefix("tasks/") || path.hasPrefix("completed/") ? .onlyTasks(Self.dialect) : .markdown
  }

  func surroundings(of root: String, in files: some PlanFiles) -> PlanSurroundings {
    PlanSurroundings(files: [(PathText.joined(PathText.parent(of: root), "backlog.config.yml"), .yaml)])
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let project = BacklogProject(tree)
    project.checkFiles(into: &findings)
    tree.judge(project.tasks, into: &findings) { BacklogTaskRules($0, in: project).check(into: &$1) }
    project.checkCycles(into: &findings)
  }
}
