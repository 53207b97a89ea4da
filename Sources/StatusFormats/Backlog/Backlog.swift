import StatusClaims
import StatusModel
import StatusText

/// Backlog.md: a Markdown file with front matter for each task.
struct Backlog: PlanFormat {
  let name = "backlog"
  let title = "Backlog.md"
  let marks = ["backlog", ".backlog", Self.configuration]
  var rules: Set<String> {
    [
      "dependency-cycle", "duplicate-id", "future-timestamp", "invalid-timestamp", "invalid-yaml",
      "malformed-task", "missing-status",
      "name-mismatch", "nonstandard-marker", "rollup-mismatch", "stale-directory-state", "timestamp-order",
      "unchecked-work",
      "unknown-marker", "unknown-reference", "unmet-dependency",
    ]
  }

  /// How criteria are written: `- [ ] #1 The text`.
  static let dialect = CheckboxDialect(ids: .hashed)

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    let settings =
      files.files(in: directory).contains(Self.configuration)
      ? files.bytes(of: PathText.joined(directory, Self.configuration)) : nil
    let usual = [".backlog", "backlog"].map { PathText.joined(directory, $0) }.filter { root in
      files.files(in: root).contains { $0 == "config.yml" || $0 == "config.yaml" }
        || settings != nil && files.directories(in: root).contains("tasks")
    }
    let other = settings.flatMap(Self.directory).map { PathText.joined(directory, $0) }
    return usual
      + [other].compactMap(\.self).filter { root in
        !usual.contains(root) && files.directories(in: root).contains("tasks")
      }
  }

  /// The file at the top of a project that names the directory of the tasks.
  private static let configuration = "backlog.config.yml"

  /// The directory that the configuration in `bytes` names; nil if it names none in the project.
  private static func directory(in bytes: [UInt8]) -> String? {
    let root = PlanFile(SourceText(path: configuration, bytes: bytes), .yaml).yaml?.root
    return root?["backlog_directory"]?.text.flatMap(RelativePath.normalized).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The paths that the configuration of the tasks at `root` may have outside of it, the nearest first.
  static func configurations(of root: String) -> [String] {
    sequence(first: PathText.parent(of: root)) { $0.isEmpty ? nil : PathText.parent(of: $0) }
      .prefix(8).map { PathText.joined($0, configuration) }
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
    PlanSurroundings(files: Self.configurations(of: root).map { ($0, .yaml) })
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let project = BacklogProject(tree)
    project.checkFiles(into: &findings)
    tree.judge(project.tasks, into: &findings) { BacklogTaskRules($0, in: project).check(into: &$1) }
    project.checkCycles(into: &findings)
  }
}
