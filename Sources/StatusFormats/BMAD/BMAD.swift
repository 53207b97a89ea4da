import StatusClaims
import StatusText

/// BMAD Method, version 6: `sprint-status.yaml`, and a Markdown file for each story.
struct BMAD: PlanFormat {
  let name = "bmad"
  let title = "BMAD Method"
  let marks = ["_bmad-output", "docs", "sprint-status.yaml", "sprint-status.yml"]
  var rules: Set<String> {
    [
      "duplicate-id", "duplicate-status", "future-timestamp", "invalid-timestamp", "invalid-yaml",
      "missing-artifact",
      "missing-status", "name-mismatch", "nonstandard-marker", "rollup-mismatch", "status-mismatch",
      "timestamp-form",
      "timestamp-order", "unchecked-work", "unknown-marker", "unknown-reference", "untracked-task",
    ]
  }

  /// How the tasks of a story are written.
  static let dialect: CheckboxDialect = {
    var dialect = CheckboxDialect(ids: .dotted)
    dialect.aside = dialect.aside + WordList(["review follow-up", "review follow-ups", "review findings"])
    return dialect
  }()

  func roots(in directory: String, of files: some PlanFiles) -> [String] {
    if PlanFormats.isExample(directory) { return [] }
    let isRoot =
      Self.homes.contains { hasTracker(below: PathText.joined(directory, $0), of: files, depth: 2) }
      || hasOwnTracker(directory, of: files)
    return isRoot ? [directory] : []
  }

  /// The directories in which trackers usually lie.
  private static let homes = ["_bmad-output", "docs"]

  /// Whether a tracker lies directly in `directory`, which is none of the usual ones.
  private func hasOwnTracker(_ directory: String, of files: some PlanFiles) -> Bool {
    let parts = PathText.components(of: directory)
    if parts.contains(where: { Self.homes.contains($0) || !isWork($0) }) { return false }
    return files.files(in: directory).contains { name in
      BMADTracker.isName(name)
        && files.bytes(of: PathText.joined(directory, name))?.contains(text: "development_status:") ?? false
    }
  }

  private func hasTracker(below directory: String, of files: some PlanFiles, depth: Int) -> Bool {
    let entries = files.entries(of: directory)
    if entries.contains(where: { !$0.isDirectory && BMADTracker.isName($0.name) }) { return true }
    return depth > 0
      && entries.contains {
        $0.isDirectory && isWork($0.name)
          && hasTracker(below: "\(directory)/\($0.name)", of: files, depth: depth - 1)
      }
  }

  func descends(into path: String) -> Bool {
    let first = PathText.first(of: path)
    let isKnown = Self.homes.contains(first) || first == "stories" || first.hasPrefix("epic")
    return isKnown && isWork(PathText.name(of: path))
  }

  /// Whether a directory of this name holds work, and not history or templates.
  private func isWork(_ name: String) -> Bool {
    !name.hasPrefix(".") && !Self.history.contains(name.lowercased())
  }

  private static let history: Set = [
    "archive", "archived", "archives", "outdated", "obsolete", "old", "backup", "backups", "history",
    "templates", "template",
    "examples", "node_modules", "_bmad", "bmad",
  ]

  func reading(of path: String, isAsked: (String) -> Bool) -> PlanFile.Reading? {
    let name = PathText.name(of: path)
    if BMADTracker.isName(name) { return .yaml }
    guard name.hasSuffix(".md") else { return nil }
    let isNumbered = name.utf8.first.map(ASCII.isDigit) ?? false
    let mayBeStory = isNumbered || name.hasPrefix("spec-") || name.hasPrefix("epic")
    let isAmongStories = Self.shelves.contains(PathText.name(of: PathText.parent(of: path)))
    return mayBeStory || isAmongStories || path.hasPrefix("_bmad-output/") ? .tasks(Self.dialect) : nil
  }

  /// The usual directories of stories, which may have any name there.
  private static let shelves: Set = ["sprint-artifacts", "implementation-artifacts", "stories"]

  func check(_ tree: PlanTree, into findings: inout ClaimFindings) {
    let project = BMADProject(tree)
    for tracker in project.trackers {
      findings.reportFaults(of: tracker.yaml)
      if let original = project.original(of: tracker) {
        BMADTrackerRules(tracker, in: project).checkCopy(of: original, into: &findings)
        tracker.checkCopy(of: original, into: &findings)
      } else {
        BMADTrackerRules(tracker, in: project).check(into: &findings)
        BMADStoryRules(tracker, in: project).check(into: &findings)
        BMADPlanRules(tracker, in: project).check(into: &findings)
      }
    }
    project.checkUntracked(into: &findings)
  }
}
