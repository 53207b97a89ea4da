import StatusClaims
import StatusText

/// OpenSpec: changes with proposals, tasks and deltas of specs, in a directory `openspec/`.
struct OpenSpec: PlanFormat {
  let name = "openspec"
  let title = "OpenSpec"
  let marks = ["openspec"]
  var rules: Set<String> {
    [
      "archived-but-active", "count-mismatch", "directory-name", "duplicate-id", "future-timestamp",
      "invalid-timestamp",
      "malformed-task", "missing-artifact", "nonstandard-marker", "overlapping-change", "placeholder-text",
      "rollup-mismatch",
      "stale-directory-state", "status-mismatch", "timestamp-order", "unclosed-block", "unknown-marker",
      "unknown-reference",
      "unlinked-artifact", "unmerged-change", "unreadable-file",
    ]
  }

  /// How tasks are written. What comes after the change itself is often never ticked.
  static let dialect: CheckboxDialect = {
    var dialect = CheckboxDialect(ids: .dotted)
    dialect.chores = WordList([
      "archive the change", "archive this change", "archive change", "archive with", "archive via",
      "archive openspec", "archive using",
      "archive proposal", "archive the openspec", "archive the proposal", "openspec archive",
      "run openspec archive", "归档",
      "open the pr", "open a pr", "open pr", "create the pr", "create a pr", "create pr", "open pull request",
      "open a pull request",
      "create pull request", "create a pull request", "merge the pr", "merge pr", "pr 合入", "提交 pr",
      "close issue", "close the issue",
      "close github issue",
    ])
    return dialect
  }()

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    let root = PathText.joined(directory, "openspec")
    // A capability may have any name, also this one.
    if PathText.name(of: directory) == "specs" || PlanFormats.isExample(directory) { return [] }
    let entries = files.entries(of: root)
    let names = Set(entries.map(\.name))
    guard names.contains("changes") || names.contains("specs") else { return [] }
    let isConfigured = !names.isDisjoint(with: ["config.yaml", "config.yml", "project.md", "AGENTS.md"])
    return isConfigured || hasChange(in: root, of: files)
      || hasSpec(below: "\(root)/specs", of: files, depth: 3) ? [root] : []
  }

  private func hasChange(in root: String, of files: some PlanFiles) -> Bool {
    ["\(root)/changes", "\(root)/changes/archive"].contains { directory in
      files.directories(in: directory).contains { change in
        files.files(in: "\(directory)/\(change)").contains { ["proposal.md", "tasks.md"].contains($0) }
      }
    }
  }

  private func hasSpec(below directory: String, of files: some PlanFiles, depth: Int) -> Bool {
    let entries = files.entries(of: directory)
    if entries.contains(where: { $0.name == "spec.md" && !$0.isDirectory }) { return true }
    return depth > 0
      && entries.contains {
        $0.isDirectory && hasSpec(below: "\(directory)/\($0.name)", of: files, depth: depth - 1)
      }
  }

  func descends(into path: String) -> Bool {
    ["changes", "specs", "schemas"].contains(PathText.first(of: path))
      && !PathText.name(of: path).hasPrefix(".")
  }

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    let name = PathText.name(of: path)
    if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return .yaml }
    guard name.hasSuffix(".md"), path.contains("/") else { return nil }
    // What an archived change did to specs is looked at only for a rule that is off by default.
    let isArchivedDelta = path.hasPrefix("changes/archive/") && name == "spec.md"
    if isArchivedDelta, !isAsked("unmerged-change") { return nil }
    return name == "tasks.md" ? .tasks(Self.dialect) : .markdown
  }

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let project = OpenSpecProject(tree)
    tree.judge(project.changes, into: &findings) { change, findings in
      let rules = ChangeRules(change, in: project)
      if change.isArchived {
        rules.checkArchived(into: &findings)
      } else {
        rules.checkActive(into: &findings)
      }
    }
    project.checkNames(into: &findings)
    project.checkDeltas(into: &findings)
    project.checkOverlaps(into: &findings)
    project.checkUnmerged(into: &findings)
    project.checkPlaceholders(into: &findings)
  }
}
